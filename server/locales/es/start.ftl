start-title = Ayuda para personas migrantes y refugiadas
start-lead = Amparo guarda sellado lo que cuenta a quienes le ayudan, y lo lleva a quien puede ayudar.
start-person-title = Me dieron un número
start-person-text = Vea qué sigue, escriba a quienes le ayudan o deje de compartir. No necesita nombre ni correo electrónico.
start-person-button = Escribir mi número
start-staff-title = Ayudo a personas
start-staff-text = Para líneas de ayuda, centros de acogida, asesorías jurídicas, clínicas, sindicatos y organizaciones socias.
start-join = Me invitaron a unirme
start-languages = Otros idiomas
start-safety-title = Si alguien mira su pantalla
start-safety-leave = «Salir ya», arriba en cada página, le saca de aquí enseguida.
start-safety-history = El historial de su navegador sigue mostrando que estuvo aquí. Una ventana privada no guarda historial.
start-safety-asked = Nadie de Amparo le pedirá nunca su número ni su frase de paso.
home-title = Su día
home-waiting-title = Su equipo aún no le ha admitido
home-waiting-text = Alguien de su equipo debe admitirle antes de que pueda ver algo. Avise de que ya se ha unido.
menu-more = Más
menu-me = Mi cuenta
    .about = Frase de paso, segundo factor, código de recuperación, sesiones
gone-title = Página nueva
gone-link = Buscar algo
said-signed-out = Ha cerrado la sesión.
said-locked = Esta página se bloqueó porque nadie la usaba. Entre para seguir.

translations-title = Cómo se revisaron nuestros idiomas
translations-lead = Escribimos en inglés. Los otros idiomas son traducciones, y aquí se ve cuánto las han revisado personas.
translations-machine-about = Si una página la tradujo solo una máquina, se dice arriba.
translations-withheld = { $count ->
    [one] Una frase de la que depende la seguridad de alguien se muestra en inglés hasta que una persona la haya revisado.
   *[other] { $count } frases de las que depende la seguridad de alguien se muestran en inglés hasta que una persona las haya revisado.
}
translations-nowhere = Lo que nos cuentan las personas nunca se envía a un servicio de traducción.
translations-caption = Frases por idioma
translations-pages = Páginas
translations-scope-all = Todas
translations-scope-person = Para personas con un número
translations-machine = Solo una máquina
translations-reviewed = Revisadas por una persona
translations-double = Revisadas por dos personas
translations-old = El inglés cambió después
translations-missing = Sin traducir
translations-help = ¿Habla bien uno de estos idiomas? Dígalo a la organización que lleva este sitio.
