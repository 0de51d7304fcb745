# Words of every page.
app-name = Amparo
list-comma = { ", " }
skip-to-main = Pumunta sa pangunahing bahagi ng pahina
language = Wika
leave = Umalis ngayon
leave-shortcut = Tinatapos ang iyong pagpasok at umaalis sa site na ito. Ganoon din ang pagpindot ng Shift nang tatlong beses.
sign-in = Pumasok
pages = Mga pahina ng listahang ito
pages-next = Susunod na pahina
unchecked-label = Tungkol sa saling ito
unchecked = Makina ang nagsalin ng pahinang ito at wala pang taong sumuri.
foot-promise = Selyado ang isinusulat mo rito. Walang hinihingi ang site na ito sa ibang site.
