# The start page and leaving.
start-title = Tulong para sa mga migrante at refugee
start-lead = Iniingatan ng Amparo nang selyado ang sinasabi mo sa mga tumutulong sa iyo, at dinadala ito sa makatutulong.
start-person-title = May ibinigay sa aking numero
start-person-text = Tingnan ang susunod, sumulat sa mga tumutulong sa iyo, o itigil ang pagbabahagi. Hindi kailangan ng pangalan o e-mail.
start-person-button = Ilagay ang aking numero
start-staff-title = Tumutulong ako sa mga tao
start-staff-text = Para sa mga hotline, silungan, tulong-legal, klinika, unyon at katuwang na organisasyon.
start-join = Inanyayahan akong sumali
start-languages = Ibang wika
start-safety-title = Kung may nakatingin sa likod mo
start-safety-leave = Ang “Umalis ngayon” sa itaas ng bawat pahina ay agad na nag-aalis sa iyo rito.
start-safety-history = Makikita pa rin sa history ng browser mo na nandito ka. Walang itinatagong history ang private window.
start-safety-asked = Walang taga-Amparo ang hihingi kailanman ng iyong numero o passphrase.
gone-title = Bagong pahina
gone-link = Maghanap ng isang bagay
translations-title = Paano sinuri ang aming mga wika
translations-lead = Ingles ang wikang sinusulatan namin. Salin ang iba, at ito ang lawak ng pagsuri ng mga tao.
translations-machine-about = May tanda sa itaas ng pahina ang makina lamang ang nagsalin.
translations-withheld = { $count ->
    [one] Nasa Ingles ang { $count } pangungusap na nakasalalay ang kaligtasan ng tao hanggang may taong sumuri.
   *[other] Nasa Ingles ang { $count } na pangungusap na nakasalalay ang kaligtasan ng tao hanggang may taong sumuri.
}
translations-nowhere = Hindi kailanman ipinapadala sa serbisyo ng pagsasalin ang sinasabi sa amin ng mga tao.
translations-caption = Mga pangungusap ayon sa wika
translations-pages = Mga pahina
translations-scope-all = Lahat
translations-scope-person = Para sa mga may numero
translations-machine = Makina lamang
translations-reviewed = Sinuri ng isang tao
translations-double = Sinuri ng dalawang tao
translations-old = Nagbago na ang Ingles
translations-missing = Hindi naisalin
translations-help = Mahusay ka ba sa isa sa mga wikang ito? Sabihin sa organisasyong nagpapatakbo ng site na ito.
