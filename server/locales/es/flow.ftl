menu-flow = Resultado de las derivaciones
    .about = Cuántas derivaciones sirvieron de ayuda, en cifras sin nombres
flow-title = Resultado de las derivaciones
flow-lead = Todo lo que su organización ha enviado hasta ahora. Una derivación que solo se ha recibido todavía no ha ayudado a nadie: la columna que cuenta es la última.
flow-empty = Todavía no se ha enviado nada
    .next = Las cifras aparecen aquí cuando se hayan enviado derivaciones.
flow-rates = De lo enviado
flow-rate-acknowledged = Recibidas
flow-rate-accepted = Aceptadas
flow-rate-known = Resultado conocido
flow-percent = { $percent } de cada 100
flow-too-few = Muy pocas para decirlo
flow-by-partner = Por organización socia
flow-partner = Organización socia
flow-sent = Enviadas
flow-acknowledged = Recibidas
flow-accepted = Aceptadas
flow-known = Resultado conocido
flow-all = En total
flow-held = no se muestra
flow-rules = Para que ninguna cifra delate a una persona: lo que está por debajo de once se muestra como <11, todo lo demás se redondea a cinco y, donde una cifra es pequeña, se oculta también otra.
flow-held-back = { $count ->
    [0] No se oculta ninguna cifra.
    [one] Se oculta { $count } cifra.
   *[other] Se ocultan { $count } cifras.
}
flow-no-times = El tiempo que tardó cada paso está sellado dentro de los casos; por eso no se cuenta aquí.
