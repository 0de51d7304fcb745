trouble-not-found-title = Aquí no hay nada
trouble-not-found-text = La página no existe o no es para usted. Revise la dirección o vuelva atrás.
trouble-lapsed-title = Su sesión ha terminado
trouble-lapsed-text = Una sesión termina tras 15 minutos sin uso y, en todo caso, tras 10 horas.
trouble-invalid-title = Esto no se pudo aceptar
trouble-invalid-text = Algo no está bien. No se guardó nada. Vuelva atrás, recargue la página e inténtelo de nuevo.
trouble-too-many-title = Demasiados intentos
trouble-too-many-text = Ahora hay una pausa, para que nadie pueda adivinar.
trouble-busy-title = Un momento
trouble-busy-text = Hay mucha gente usando el sitio. No se guardó nada. Inténtelo dentro de un momento.
trouble-too-large-title = Es demasiado grande
trouble-too-large-text = Es más de lo que se puede enviar de una vez. No se guardó nada.
trouble-too-slow-title = No llegó a tiempo
trouble-too-slow-text = La conexión fue demasiado lenta. No se guardó nada. Envíalo otra vez.
trouble-unavailable-title = No disponible ahora
trouble-unavailable-text = No responde algo que este sitio necesita. No se guardó nada. Inténtelo en unos minutos.
trouble-broken-title = Algo falló
trouble-broken-text = Es culpa nuestra, no suya. No se guardó nada.
trouble-damaged-title = Esto no es de fiar
trouble-damaged-text = Lo que la base de datos guarda de esto no encaja: falla un disco, o alguien lo cambió. No se mostró ni se guardó nada.
trouble-no-consent-title = No hay consentimiento para esto
trouble-no-consent-text = Pregunte primero a la persona y anote lo que acepta.
trouble-not-now-title = Esto no se puede hacer ahora
trouble-not-now-text = Ya se hizo, o algo lo impide. Véalo de nuevo.
trouble-stale-title = Cambió mientras tanto
trouble-stale-text = Alguien lo cambió desde que usted lo abrió. Ábralo de nuevo para ver las dos versiones.
trouble-wait = { $minutes ->
    [one] Inténtelo dentro de un minuto.
   *[other] Inténtelo dentro de { $minutes } minutos.
}
trouble-reference = Dé esta referencia a quien administra:
trouble-home = Ir al inicio
lapsed-kept-title = Lo que escribió no se ha perdido
lapsed-kept-sign-in = Entre de nuevo. Se abre otra pestaña; después vuelva a esta.
lapsed-kept-number = Escriba otra vez su número. Se abre otra pestaña; después vuelva a esta.
lapsed-kept-send = Luego envíe otra vez lo que escribió.
lapsed-kept-button = Enviar de nuevo
