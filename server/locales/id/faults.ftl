# What is wrong with a field.
faults-title = Periksa jawaban ini
fault-missing = isi bagian ini
fault-empty = isi bagian ini, atau tulis sedikit lagi
fault-too_long = paling banyak { $limit } huruf
fault-not_understood = Salah satu jawaban tidak mungkin di sini.
fault-unreadable = Formulir tidak terbaca. Coba lagi.
fault-foreign = Ini tidak dikirim dari halaman kami.
fault-send_again = Anda masuk lagi sejak halaman ini dibuka. Lihat sekali lagi dan kirim lagi.
fault-too_many_tries = Terlalu banyak percobaan. Tunggu { $limit } menit.
fault-busy = Situs sedang sangat sibuk. Tidak ada yang disimpan. Coba lagi sebentar lagi.
fault-key_reused = Formulir ini sudah dikirim dengan kata lain. Buka yang baru.
fault-answer_gone = Ini sudah dilakukan. Jawabannya tidak bisa ditampilkan lagi.
