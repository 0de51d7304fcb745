# What is wrong with a field.
faults-title = Pakisuri ang mga sagot na ito
fault-missing = punan ito
fault-empty = punan ito, o magsulat pa nang kaunti
fault-too_long = hanggang { $limit } titik lamang ito
fault-not_understood = Hindi maaari rito ang isa sa mga sagot.
fault-unreadable = Hindi mabasa ang form. Subukan muli.
fault-foreign = Hindi ito ipinadala mula sa pahina namin.
fault-send_again = Pumasok ka muli mula nang buksan ang pahinang ito. Tingnan ulit at ipadala muli.
fault-too_many_tries = Napakaraming subok. Maghintay ng { $limit } minuto.
fault-busy = Masyadong abala ang site ngayon. Walang naitago. Subukan muli maya-maya.
fault-key_reused = Naipadala na ang form na ito na may ibang salita. Buksan itong muli.
fault-answer_gone = Nagawa na ito. Hindi na maipapakita muli ang sagot.
