menu-intake = Nueva llamada
    .about = Atender una llamada, una visita o un mensaje
menu-contacts = Hoy
    .about = Lo que se anotó hoy, sin contenido
menu-queue = Cola
    .about = Llamadas que esperan, primero las más urgentes
call-title = Nueva llamada
call-keys = Alt y 1 a 6 saltan a una parte. Solo hace falta decir cómo terminó el contacto; todo lo demás puede quedar en «No se sabe».
call-1 = ¿Está a salvo quien llama?
call-2 = Idioma y lugar
call-3 = ¿Qué falta?
call-4 = Qué consiente la persona
call-5 = Quién es y cómo contactar
call-6 = Notas y final
call-so-far = Hasta ahora:
call-do-now = Haga esto ahora:
call-do-now-text = No cuelgue. Pregunte quién puede oír a la persona y dónde está. Avise a su supervisión mientras habla. Llame a la policía o a una ambulancia solo si la persona está de acuerdo.
call-danger_now = ¿Peligro ahora?
call-detained = ¿En detención?
call-removal = Día de la expulsión o deportación
call-removal_time = Hora allí
call-removal_feared = ¿Se teme una expulsión, sin saber el día?
call-urgent_medical = ¿Necesita atención médica ahora?
call-under_18 = ¿Menos de 18 años?
call-pregnant_or_with_children = ¿Embarazo o con niños?
call-safe_to_call_back = ¿Es seguro devolver la llamada?
call-phone = Número
    .hint = Con + y el número del país
call-how = ¿De qué forma es seguro?
call-language = Idioma en que hablar
call-interpreter = Intérprete
call-citizen_of = Nacionalidad (nunca hace falta para recibir ayuda)
call-now_in = País en el que está
call-town = Localidad, campamento o lugar de detención
call-needs = Necesidades
call-read-aloud = Lea esto en voz alta:
call-script = No tiene que dar su nombre. Anotamos lo que nos cuenta para que alguien pueda ayudarle. Se guarda sellado, y solo pueden leerlo las personas que ayudan aquí. Nunca damos nada a la policía, a inmigración ni a un consulado. Si otra organización puede ayudar, podemos darle su nombre, cómo contactar con usted, dónde está y qué necesita, pero solo si usted dice que sí. Puede pararlo en cualquier momento. ¿Podemos guardar un expediente sobre usted? ¿Podemos compartir algo, y con quién?
call-consent_file = ¿Consiente que se guarde un expediente?
call-consent_share = Se puede compartir con
call-explained_by = Quién lo explicó
call-name_to_use = Nombre que usar
    .hint = Como lo dice la persona. Vacío: anónimo.
call-caller_is = Quién habla
call-when = ¿Cuándo se puede contactar?
call-code_word = Qué decir para que sepan quién llama
call-voicemail = ¿Se puede dejar un mensaje?
call-notes = Notas
call-outcome = Cómo terminó el contacto
call-channel = Cómo llegó
call-raise_to = ¿Más urgente de lo que parece?
call-raise_reason = ¿Por qué es más urgente?
call-no_receipt = No dar ningún número: no es seguro que la persona lo guarde
call-needs-none = Nada anotado
call-keep = Guardar borrador
call-hand-over = Entregar
call-saved = Borrador guardado
call-saved-at = Borrador guardado { $when }
call-not-saved = SIN guardar desde
call-not-yet-saved = El servidor lo sella al recibirlo. Después de «Entregar» no podrá abrirlo de nuevo.
call-log-title = ¿No hay nada que escribir? Anótelo con un clic:
call-discard-title = ¿Este borrador no hace falta?
call-discard = Borrar el borrador
drafts-title = { $count ->
    [one] Espera un borrador suyo
    [many] Esperan { $count } de borradores suyos
   *[other] Esperan { $count } borradores suyos
}
drafts-kept = Un borrador se borra 12 horas después de empezarlo. Solo usted puede abrirlo.
drafts-of = Seguir con el borrador de { $when }
said-draft-kept = El borrador está guardado.
said-draft-discarded = El borrador está borrado.
said-contact-logged = El contacto está anotado.

outcome-help_wanted = Se busca ayuda
outcome-information_only = Una pregunta, respondida
outcome-wrong_number = Número equivocado
outcome-silent = Nadie habló
outcome-spam = Disparates o publicidad
outcome-update = Novedades de algo ya conocido
contact-channel-phone = Teléfono
contact-channel-chat = Chat
contact-channel-visit = Visita
contact-channel-mail = Correo
contact-channel-web = Web
interpreter-none = No hace falta
interpreter-phone = Al teléfono
interpreter-present = En la sala
share-nobody_yet = Todavía con nadie
share-ask_each_time = Preguntar cada vez
share-any_partner = Con cualquier organización socia que pueda ayudar
explained-me = Yo
explained-interpreter = Intérprete
explained-not_possible = No fue posible
caller-the_person = La persona
caller-family = Alguien de la familia
caller-other = Otra persona
intake-state-draft = Borrador
intake-state-waiting = Espera
intake-state-taken = Alguien la está mirando
intake-state-closed = Cerrada

reason-danger_now = Alguien está en peligro ahora.
reason-urgent_medical = Alguien necesita atención médica ahora.
reason-child_detained = Hay un niño o una niña en detención.
reason-detained = Hay alguien en detención.
reason-under_18 = La persona tiene menos de 18 años.
reason-pregnant_or_with_children = Hay un embarazo o la persona va con niños.
reason-removal_feared = Se teme una expulsión; no se sabe el día.
reason-removal_passed = El día de la expulsión ya pasó: averigüe qué ocurrió.
reason-removal_72_hours = La expulsión está prevista en menos de 72 horas.
reason-removal_14_days = La expulsión está prevista en menos de 14 días.
reason-removal_known = Se conoce un día de expulsión.
reason-pressing_need = Falta ayuda jurídica, atención, alojamiento o seguridad.
reason-not_asked = No se respondió ninguna de las primeras preguntas: no saber no es un no.
reason-raised = La subió quien atendió la llamada: { $why }

fault-bad_phone = a este número no se puede llamar: empiece por + y el número del país
fault-bad_date = ese día no existe: rellene día, mes y año
fault-bad_time = escriba la hora como 06:10
fault-lowered = ya es más urgente que eso: solo se puede subir

handed-over-title = Entregada
handed-over-lead = Su equipo la ve ahora. Usted ya no puede abrirla.
handed-over-no-number = No se hizo ningún número: no es seguro que la persona lo guarde.
handed-over-next = Siguiente llamada
number-title = El número para volver
number-read = Léalo de tres en tres cifras y espere después de cada tres.
number-back = Deje que la persona se lo repita y escriba lo que oye.
number-once = Se muestra solo esta vez y no se guarda en ningún sitio. Nadie puede consultarlo después.
number-typed-back = Lo que oye
number-typed-back-hint = Se queda en esta página; no se envía a ningún sitio.
number-right = Igual: las 18 cifras están bien.
number-not-yet = Todavía no es igual.
number-unsafe-title = ¿No es seguro guardarlo?
number-unsafe = Si alguien pudiera encontrarle el número a la persona, no se lo dé. No hace falta nada más: sin el número nadie puede usarlo.
number-print = Al imprimir sale un papel con el número y nada más. Quite encabezados y pies de página en el cuadro de impresión.

contacts-title = Hoy
contacts-in-all = { $count ->
    [one] Hoy se anotó un contacto.
    [many] Hoy se anotaron { $count } de contactos.
   *[other] Hoy se anotaron { $count } contactos.
}
contacts-none = Hoy todavía no se ha anotado nada
    .next = El día empieza a medianoche UTC.
contacts-sealed = Lo que se dijo está sellado para el equipo que valora las llamadas. Aquí solo ve cuántos contactos hubo.
contacts-at = Hora
contacts-outcome = Contacto
contacts-state = Estado
contacts-by = Atendido por

queue-title = Cola
queue-late = { $count ->
    [one] Una llamada para AHORA espera desde hace más de { $minutes } minutos.
    [many] { $count } de llamadas para AHORA esperan desde hace más de { $minutes } minutos.
   *[other] { $count } llamadas para AHORA esperan desde hace más de { $minutes } minutos.
}
queue-waiting = { $count ->
    [0] No espera ninguna llamada
    [one] Espera una llamada
    [many] Esperan { $count } de llamadas
   *[other] Esperan { $count } llamadas
}
queue-none = Todas las llamadas se han mirado
    .next = Las nuevas aparecen aquí, primero las más urgentes.
queue-priority = Para cuándo
queue-what = Qué falta
queue-language = Idioma
queue-place = Dónde
queue-since = Desde
queue-state = Estado
queue-too-long = Más de { $minutes } minutos
queue-taken-by = { $name } la está mirando
queue-letters = { $count ->
    [one] Una carta sin leer
    [many] { $count } de cartas sin leer
   *[other] { $count } cartas sin leer
}
needs-not-said = Aún no se sabe
intake-unverified = Nadie conocido firmó esto
intake-unverified-text = El registro no conoce a quien lo escribió, o la firma no es suya. Su contenido no se muestra. Avise a su administración.
unassigned-title = { $count ->
    [0] Todos los casos los lleva alguien
    [one] Hay un caso que no lleva nadie
    [many] Hay { $count } de casos que no lleva nadie
   *[other] Hay { $count } casos que no lleva nadie
}
unassigned-none = No hay nada que repartir
    .next = Aquí aparece un caso que no lleva nadie.
unassigned-case = Caso
unassigned-choose = Elegir
unassigned-open = Abrir
unassigned-opened = Abierto
unassigned-suggested = Propuesta
unassigned-nobody = No se puede proponer a nadie
unassigned-to = Entregar los casos elegidos a
unassigned-as-suggested = quien se propone
unassigned-give = Entregar
worker-option = { $open ->
    [one] { $name } (un caso abierto)
    [many] { $name } ({ $open } de casos abiertos)
   *[other] { $name } ({ $open } casos abiertos)
}
cases-to-assign-account = Entregar los casos elegidos a
cases-to-assign-cases = Casos
said-cases-assigned = Los casos están entregados.

look-title = Una llamada
look-back = Volver a la cola
look-by = atendida por { $name }
look-take = La miro yo
look-draft = Seguir con este borrador
look-the-case = Abrir el caso
similar-title = ¿Se conoce ya a la persona?
similar-lead = Mire antes de abrir un caso. Solo se buscan los casos que usted puede abrir.
similar-none = Ningún caso suyo tiene el mismo número o nombre.
similar-open = Mirar { $case }
same-phone = mismo número
same-name = mismo nombre
same-part_of_name = parte del nombre
same-search = encontrado con sus palabras
found-none = No se encontró nada.
find-button = Buscar
link-intake-case = ¿Qué caso?
link-button = Poner la llamada en este caso
open-title = Abrir un caso
open-button = Abrir un caso
open-said-no = La persona no consintió un expediente. No se puede abrir ningún caso.
case-from-intake-summary = De qué se trata
    .hint = Si queda vacío, lo dicen las respuestas de arriba.
case-from-intake-tags = Palabras para encontrarlo
close-title = No se convierte en un caso
close-button = Cerrar
intake-closing-outcome = Cómo termina
intake-closing-reason = Por qué
ending-case_opened = Se abrió un caso
ending-linked = Puesta en un caso
ending-answered = Se respondió
ending-signposted = Se indicó a quién acudir
ending-not_reached = No se pudo contactar con nadie
ending-duplicate = Está dos veces
ending-out_of_mandate = No podemos ayudar con esto
ending-declined = La persona no lo quiere
ending-other = Otra cosa
letters-title = Cartas
letters-none = Todavía no hay cartas. La persona puede escribir con su número.
letter-from-person = La persona
letter-new = nueva
letter-asks-erasure = La persona pide que se borre todo.
letter-button = Enviar
new-letter-text = Escribir a la persona
    .hint = Breve y sin nombres: alguien puede estar mirando su pantalla.
said-letter-waits = La carta espera a la persona.
said-intake-taken = La mira usted. Sus colegas lo ven.
said-intake-closed = La llamada está cerrada.
said-intake-linked = La llamada está ahora en este caso. El caso ya tenía un número, o no había ninguno; el número de quien llamó no lo abre.
said-intake-linked-receipt = La llamada está ahora en este caso, y el número de quien llamó abre sus cartas.
said-case-opened = El caso está abierto.
