# Pages about what did not work.
trouble-not-found-title = Walang laman dito
trouble-not-found-text = Wala ang pahina, o hindi ito para sa iyo. Suriin ang address, o bumalik.
trouble-lapsed-title = Tapos na ang iyong pagpasok
trouble-lapsed-text = Natatapos ang pagpasok kapag walang ginawa sa loob ng 15 minuto, at pagkatapos ng 10 oras anuman ang mangyari.
trouble-invalid-title = Hindi ito matanggap
trouble-invalid-text = May mali rito. Walang naitago. Bumalik, buksang muli ang pahina at subukan muli.
trouble-too-many-title = Napakaraming subok
trouble-too-many-text = Para hindi makahula ang iba, may pahinga muna ngayon.
trouble-busy-title = Sandali lang
trouble-busy-text = Masyadong abala ang site ngayon. Walang naitago. Subukan muli maya-maya.
trouble-too-large-title = Masyado itong malaki
trouble-too-large-text = Higit ito sa maipapadala nang isang beses. Walang naitago.
trouble-too-slow-title = Hindi ito dumating sa oras
trouble-too-slow-text = Masyadong mabagal ang linya. Walang naitago. Ipadala ulit.
trouble-unavailable-title = Hindi magamit ngayon
trouble-unavailable-text = May kailangan ang site na ito na hindi maabot. Walang naitago. Subukan muli pagkaraan ng ilang minuto.
trouble-broken-title = May nasira
trouble-broken-text = Kasalanan namin ito, hindi sa iyo. Walang naitago.
trouble-damaged-title = Hindi ito mapagkakatiwalaan
trouble-damaged-text = Hindi magkatugma ang nasa database tungkol dito: may sira ang disk, o may nagbago nito. Walang ipinakita o itinago.
trouble-not-now-title = Hindi ito magagawa ngayon
trouble-not-now-text = Nagawa na ito, o may humahadlang. Tingnan muli.
trouble-wait = { $minutes ->
    [one] Subukan muli pagkaraan ng { $minutes } minuto.
   *[other] Subukan muli pagkaraan ng { $minutes } na minuto.
}
trouble-reference = Ibigay sa administrador ang sangguniang ito:
trouble-home = Pumunta sa unang pahina
lapsed-kept-title = Hindi nawala ang isinulat mo
lapsed-kept-number = Ilagay muli ang iyong numero. May bubukas na bagong tab; bumalik dito pagkatapos.
lapsed-kept-send = Pagkatapos, ipadala muli ang isinulat mo.
lapsed-kept-button = Ipadala muli
