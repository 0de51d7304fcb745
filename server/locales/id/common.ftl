# Words of every page.
app-name = Amparo
list-comma = { ", " }
skip-to-main = Ke bagian utama halaman
language = Bahasa
leave = Keluar sekarang
leave-shortcut = Mengakhiri sesi Anda dan meninggalkan situs ini. Menekan Shift tiga kali sama hasilnya.
sign-in = Masuk
pages = Halaman daftar ini
pages-next = Halaman berikutnya
unchecked-label = Tentang terjemahan ini
unchecked = Mesin menerjemahkan halaman ini dan belum ada orang yang memeriksanya.
foot-promise = Yang Anda tulis di sini disimpan tersegel. Situs ini tidak meminta apa pun dari situs lain.
