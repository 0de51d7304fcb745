faults-title = Revise estas respuestas
fault-missing = rellene este campo
fault-empty = rellene este campo o escriba un poco más
fault-too_long = puede tener como máximo { $limit } caracteres
fault-too_many = { $limit ->
    [one] elija uno como máximo
   *[other] elija { $limit } como máximo
}
fault-too_few = elija al menos uno
fault-confirm_removal = { $limit ->
    [one] A este archivo le falta una entrada que este editor tiene aquí. Se archivaría. Si es lo que quiere, escriba 1 y elija el archivo otra vez.
   *[other] A este archivo le faltan { $limit } entradas que este editor tiene aquí. Se archivarían. Si es lo que quiere, escriba { $limit } y elija el archivo otra vez.
}
fault-bad_character = esto tiene un carácter que no se puede mostrar
fault-too_early = esto es anterior a 1900
fault-out_of_range = este número es demasiado grande o demasiado pequeño
fault-wrong_type = no tiene el formato correcto
fault-not_an_option = elija una de las respuestas
fault-bad_format = no tiene el formato correcto
fault-not_possible = esto no es posible aquí
fault-repeated = esto está dos veces
fault-unknown_field = este campo no corresponde aquí
fault-not_understood = Una de las respuestas no es posible aquí.
fault-unreadable = No se pudo leer el formulario. Inténtelo de nuevo.
fault-foreign = Esto no se envió desde una página nuestra.
fault-send_again = Ha vuelto a entrar desde que se abrió esta página. Mírela otra vez y envíela de nuevo.
fault-wrong_credentials = Estos datos no coinciden. Revíselos e inténtelo de nuevo.
fault-wrong = no es su frase de paso actual
fault-weak = es demasiado fácil de adivinar: use seis palabras al azar
fault-weak_short = es demasiado corta: al menos 12 caracteres
fault-weak_slogan = es una consigna o un dicho, y esos se prueban primero: use las seis palabras al azar
fault-weak_names = está hecha de nombres, fechas o palabras de su organización, y esos se prueban primero: use las seis palabras al azar
fault-weak_words = son muy pocas palabras, o muy comunes: use las seis palabras al azar
fault-other_words = no son las palabras de las llaves de esta persona. No admita a nadie. Consta en el registro. Pregúntele otra vez, despacio; si sigue igual, avise a quien administra y a otra persona que supervisa
fault-taken = ya está en uso: elija otro
fault-unknown_code = este código no se conoce o ya se usó
fault-not_together = un administrador o una administradora no tiene ninguna llave ni puede tener otra función
fault-too_many_tries = Demasiados intentos. Espere { $limit } minutos.
fault-busy = Hay mucha gente usando el sitio. No se guardó nada. Inténtelo dentro de un momento.
fault-stale_revision = Alguien cambió esto mientras tanto. Aquí están las dos versiones. Si envía la suya de nuevo, sustituye a la otra.
fault-case_closed = El caso está cerrado. Ábralo de nuevo antes de cambiarlo.
fault-key_reused = Este formulario ya se envió con otras palabras. Ábralo de nuevo.
fault-answer_gone = Esto ya se hizo. El resultado no se puede mostrar otra vez.
fault-match_missing = Abra el formulario de nuevo: no dice qué versión cambia.
stale-caption = Lo que está guardado ahora, donde difiere de lo que escribió
stale-field = Campo
stale-saved = Guardado ahora
fault-unknown_time_zone = no conocemos esta zona horaria: escriba un lugar como Europe/Athens
fault-no_mail = este servidor no envía correo electrónico: deje vacía la dirección y entregue usted el código
fault-no_time = escriba la hora con minutos, como 17:00
fault-too_many_names = 12 nombres como máximo, cada uno de 200 letras como máximo
fault-too_many_tags = 20 palabras como máximo, cada una de 40 letras como máximo
fault-why_less_urgent = diga por qué el caso es menos urgente que antes
fault-before_the_start = es anterior al primer día
fault-not_here = esto solo se cambia con la derivación
fault-never_without_consent = la situación migratoria, la familia, los documentos y las notas nunca se comparten sin consentimiento: quítelos
fault-nothing_looked_for = Todavía no hay ninguna respuesta. Responda lo que haya comprobado.
fault-too_far = está lejos de hoy. ¿Es de otro calendario?
fault-too_long_ago = fue hace 120 años o más. ¿Es de otro calendario o faltan cifras?
