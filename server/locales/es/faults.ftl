faults-title = Algo de esto todavía no se puede usar
fault-missing = rellene este campo
fault-empty = rellene este campo o escriba un poco más
fault-too_long = puede tener como máximo { $limit } caracteres
fault-too_many = { $limit ->
    [one] elija uno como máximo
    [many] elija { $limit } como máximo
   *[other] elija { $limit } como máximo
}
fault-too_few = elija al menos uno
fault-out_of_range = este número es demasiado grande o demasiado pequeño
fault-wrong_type = no tiene la forma que se pide aquí
fault-not_an_option = elija una de las respuestas
fault-bad_format = no está escrito en la forma que se pide aquí
fault-not_possible = esto no es posible aquí
fault-repeated = lo mismo aparece dos veces
fault-unknown_field = esto no se puede rellenar aquí
fault-not_understood = Una de las respuestas no es posible aquí.
fault-unreadable = No se pudo leer el formulario. Inténtelo de nuevo.
fault-foreign = Esto no se envió desde una página nuestra.
fault-send_again = Ha vuelto a entrar desde que se abrió esta página. Mírela otra vez y envíela de nuevo.
fault-wrong_credentials = Esto no concuerda. Revíselo e inténtelo de nuevo.
fault-wrong = no es su frase de paso actual
fault-weak = se puede adivinar: tome seis palabras al azar
fault-taken = ya está en uso: elija otro
fault-unknown_code = este código no se conoce o ya se usó
fault-not_together = quien administra no tiene ninguna llave y no puede tener otra función
fault-too_many_tries = Demasiados intentos. Espere { $limit } minutos.
fault-busy = Hay muchísima gente a la vez. No se guardó nada. Inténtelo dentro de un momento.
fault-stale_revision = Alguien cambió esto mientras tanto. Los dos textos están aquí. Si envía el suyo de nuevo, sustituye al otro.
fault-case_closed = El caso está cerrado. Ábralo de nuevo antes de cambiarlo.
fault-key_reused = Este formulario ya se envió con otras palabras. Ábralo de nuevo.
fault-answer_gone = Esto ya se hizo. Su respuesta no se puede mostrar otra vez.
fault-match_missing = Abra el formulario de nuevo: no dice a qué versión se refiere.
stale-caption = Lo que está guardado ahora, donde difiere de lo que escribió
stale-field = Campo
stale-saved = Guardado ahora
fault-unknown_time_zone = este reloj no se conoce: escriba un lugar como Europe/Athens
fault-no_mail = este servidor no envía correo: deje vacía la dirección y entregue usted el código
fault-no_time = escriba la hora con minutos, como 17:00
fault-too_many_names = 12 nombres como máximo, cada uno de 200 letras como máximo
fault-too_many_tags = 20 palabras como máximo, cada una de 40 letras como máximo
fault-why_less_urgent = diga por qué el caso es menos urgente que antes
fault-before_the_start = es anterior al primer día
fault-not_here = esto solo lo cambia una derivación
fault-nothing_looked_for = Todavía no hay ninguna respuesta. Responda lo que haya buscado.
