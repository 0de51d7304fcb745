# The start page and leaving.
start-title = Bantuan untuk migran dan pengungsi
start-lead = Amparo menyimpan dengan segel apa yang Anda ceritakan kepada penolong Anda, dan membawanya kepada yang bisa membantu.
start-person-title = Saya diberi sebuah nomor
start-person-text = Lihat apa yang terjadi berikutnya, tulis kepada penolong Anda, atau berhenti membagikan. Tidak perlu nama atau e-mail.
start-person-button = Masukkan nomor saya
start-staff-title = Saya membantu orang
start-staff-text = Untuk hotline, rumah aman, bantuan hukum, klinik, serikat pekerja dan organisasi mitra.
start-join = Saya diundang bergabung
start-languages = Bahasa lain
start-safety-title = Jika ada yang melihat dari belakang Anda
start-safety-leave = “Keluar sekarang” di atas setiap halaman langsung membawa Anda pergi.
start-safety-history = Riwayat peramban Anda tetap menunjukkan bahwa Anda pernah di sini. Jendela privat tidak menyimpan riwayat.
start-safety-asked = Tidak seorang pun dari Amparo akan pernah meminta nomor atau frasa sandi Anda.
gone-title = Halaman baru
gone-link = Cari sesuatu
translations-title = Bagaimana bahasa kami diperiksa
translations-lead = Kami menulis dalam bahasa Inggris. Yang lain adalah terjemahan, dan inilah sejauh mana orang sudah memeriksanya.
translations-machine-about = Yang hanya diterjemahkan mesin diberi tanda di atas halaman.
translations-withheld = { $count ->
   *[other] { $count } kalimat yang menyangkut keselamatan seseorang ditampilkan dalam bahasa Inggris sampai ada orang yang memeriksanya.
}
translations-nowhere = Apa yang orang ceritakan kepada kami tidak pernah dikirim ke layanan terjemahan.
translations-caption = Kalimat menurut bahasa
translations-pages = Halaman
translations-scope-all = Semua
translations-scope-person = Untuk orang yang punya nomor
translations-machine = Hanya mesin
translations-reviewed = Diperiksa satu orang
translations-double = Diperiksa dua orang
translations-old = Bahasa Inggrisnya sudah berubah
translations-missing = Belum diterjemahkan
translations-help = Apakah Anda mahir salah satu bahasa ini? Beri tahu organisasi yang menjalankan situs ini.
