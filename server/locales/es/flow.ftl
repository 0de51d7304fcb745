menu-flow = Recorrido de las derivaciones
    .about = Hasta dónde llegan las derivaciones, en cifras sin nombres
flow-title = Recorrido de las derivaciones
flow-lead = Lo que su organización ha enviado desde el principio. Una derivación que solo se ha visto no ha ayudado todavía a nadie: cuenta la última columna.
flow-empty = Todavía no se ha enviado nada
    .next = Las cifras aparecen aquí cuando quienes llevan casos han enviado derivaciones.
flow-rates = De lo enviado
flow-rate-acknowledged = Recibido
flow-rate-accepted = Aceptado
flow-rate-known = Resultado conocido
flow-percent = { $percent } de cada 100
flow-too-few = Demasiado pocas para decirlo
flow-by-partner = Por organización socia
flow-partner = Organización socia
flow-sent = Enviadas
flow-acknowledged = Recibidas
flow-accepted = Aceptadas
flow-known = Resultado conocido
flow-all = En total
flow-held = no se dice
flow-rules = Para que ninguna cifra hable de una sola persona: lo que está por debajo de once se muestra como <11, todo lo demás se redondea a cinco y, donde una cifra es pequeña, tampoco se dice una segunda.
flow-held-back = { $count ->
    [0] No se calla ninguna cifra.
    [one] Se calla { $count } cifra.
    [many] Se callan { $count } de cifras.
   *[other] Se callan { $count } cifras.
}
flow-no-times = Cuánto tardó cada paso está sellado en los casos; por eso no se cuenta aquí.
