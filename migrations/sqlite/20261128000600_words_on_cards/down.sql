alter table cards drop column mac;
