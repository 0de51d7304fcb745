# Pages about what did not work.
trouble-not-found-title = Tidak ada apa-apa di sini
trouble-not-found-text = Halaman ini tidak ada, atau bukan untuk Anda lihat. Periksa alamatnya, atau kembali.
trouble-lapsed-title = Sesi Anda sudah berakhir
trouble-lapsed-text = Sesi berakhir setelah 15 menit tanpa kegiatan, dan setelah 10 jam dalam keadaan apa pun.
trouble-invalid-title = Ini tidak bisa diterima
trouble-invalid-text = Ada yang salah di dalamnya. Tidak ada yang disimpan. Kembali, buka lagi halamannya, dan coba lagi.
trouble-too-many-title = Terlalu banyak percobaan
trouble-too-many-text = Agar orang lain tidak menebak, sekarang ada jeda.
trouble-busy-title = Sebentar
trouble-busy-text = Situs sedang sangat sibuk. Tidak ada yang disimpan. Coba lagi sebentar lagi.
trouble-too-large-title = Ini terlalu besar
trouble-too-large-text = Ini lebih dari yang bisa dikirim sekaligus. Tidak ada yang disimpan.
trouble-too-slow-title = Ini tidak tiba tepat waktu
trouble-too-slow-text = Sambungan terlalu lambat. Tidak ada yang disimpan. Kirim lagi.
trouble-unavailable-title = Tidak tersedia sekarang
trouble-unavailable-text = Sesuatu yang dibutuhkan situs ini tidak terjangkau. Tidak ada yang disimpan. Coba lagi beberapa menit lagi.
trouble-broken-title = Ada yang rusak
trouble-broken-text = Ini kesalahan kami, bukan Anda. Tidak ada yang disimpan.
trouble-damaged-title = Ini tidak dapat dipercaya
trouble-damaged-text = Yang tersimpan di basis data tentang ini tidak cocok: ada disk yang rusak, atau seseorang mengubahnya. Tidak ada yang ditampilkan atau disimpan.
trouble-not-now-title = Ini tidak bisa dilakukan sekarang
trouble-not-now-text = Sudah dilakukan, atau ada yang menghalangi. Lihat lagi.
trouble-wait = { $minutes ->
   *[other] Coba lagi dalam { $minutes } menit.
}
trouble-reference = Berikan rujukan ini kepada pengelola Anda:
trouble-home = Ke halaman awal
lapsed-kept-title = Yang Anda tulis tidak hilang
lapsed-kept-number = Masukkan lagi nomor Anda. Tab baru terbuka; sesudah itu kembali ke sini.
lapsed-kept-send = Lalu kirim lagi yang Anda tulis.
lapsed-kept-button = Kirim lagi
