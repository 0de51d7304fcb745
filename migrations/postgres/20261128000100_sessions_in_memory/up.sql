-- Sessions live in the memory of the process: a row would only help whoever takes the disk.
drop table sessions;
