menu-intake = Nueva llamada
    .about = Atender una llamada, una visita o un mensaje
menu-contacts = Hoy
    .about = Lo que se anotó hoy, sin contenido
menu-queue = Cola
    .about = Llamadas que esperan, primero las más urgentes
call-title = Nueva llamada
call-keys = Alt y 1 a 6 saltan a una parte. Solo hay que decir cómo terminó el contacto; todo lo demás puede quedar en «No se sabe».
call-1 = ¿Está a salvo quien llama?
call-2 = Idioma y lugar
call-3 = ¿Qué necesita?
call-4 = Qué acepta la persona
call-5 = Quién es y cómo contactar
call-6 = Notas y final
call-so-far = Hasta ahora:
call-do-now = Haga esto ahora:
call-do-now-text = No cuelgue. Pregunte quién puede oír a la persona y dónde está. Avise a quien supervisa mientras habla. Llame a la policía o a una ambulancia solo si la persona está de acuerdo.
call-danger_now = ¿Peligro ahora?
call-detained = ¿En detención?
call-removal = Día de la expulsión o deportación
call-removal_time = Hora local allí
call-removal_feared = ¿Se teme una expulsión, sin saber el día?
call-urgent_medical = ¿Necesita atención médica ahora?
call-under_18 = ¿Menos de 18 años?
call-pregnant_or_with_children = ¿Embarazo o con niños?
call-safe_to_call_back = ¿Es seguro devolver la llamada?
call-phone = Número
    .hint = Con + y el prefijo del país
call-how = ¿Cómo se puede llamar sin peligro?
call-language = Idioma en que hablar
call-interpreter = Intérprete
call-citizen_of = Nacionalidad (nunca hace falta para recibir ayuda)
call-now_in = País en el que está
call-town = Localidad, campamento o lugar de detención
call-needs = Necesidades
call-read-aloud = Lea esto en voz alta:
call-script = No tiene que dar su nombre. Anotamos lo que nos cuenta para que alguien pueda ayudarle. Se guarda sellado, y solo pueden leerlo las personas que ayudan aquí. Nunca damos nada a la policía, a inmigración ni a un consulado. Si otra organización puede ayudar, podemos darle su nombre, cómo contactar con usted, dónde está y qué necesita, pero solo si usted dice que sí. Puede pararlo en cualquier momento. ¿Podemos guardar un expediente sobre usted? ¿Podemos compartir algo, y con quién?
call-consent_file = ¿Acepta que se guarde un expediente?
call-consent_share = Se puede compartir con
call-explained_by = Quién lo explicó
call-name_to_use = Nombre que usar
    .hint = Como lo dice la persona. Déjelo vacío si prefiere no darlo.
call-caller_is = Quién llama
call-when = ¿Cuándo se puede contactar?
call-code_word = Qué decir para que sepan que somos nosotros
call-voicemail = ¿Se puede dejar un mensaje?
call-notes = Notas
call-outcome = Cómo terminó el contacto
call-channel = Por qué medio llegó
call-raise_to = ¿Más urgente de lo que parece?
call-raise_reason = ¿Por qué es más urgente?
call-no_receipt = No dar ningún número: no es seguro que la persona lo guarde
call-needs-none = Ninguna anotada
call-keep = Guardar borrador
call-hand-over = Entregar
call-saved = Borrador guardado
call-saved-at = Borrador guardado { $when }
call-not-saved = SIN guardar desde
call-not-yet-saved = El servidor lo sella al recibirlo. Después de entregarlo ya no podrá abrirlo.
call-log-title = ¿No hay nada que escribir? Anótelo con un clic:
call-discard-title = ¿No hace falta?
call-discard = Eliminar el borrador
drafts-title = { $count ->
    [one] Tiene un borrador
   *[other] Tiene { $count } borradores
}
drafts-kept = Los borradores se borran 12 horas después de empezarlos. Solo usted puede abrirlos.
drafts-of = Seguir con el borrador de { $when }
said-draft-kept = Se ha guardado el borrador.
said-draft-discarded = Se ha eliminado el borrador.
said-contact-logged = Se ha anotado el contacto.

outcome-help_wanted = Necesita ayuda
outcome-information_only = Una pregunta, respondida
outcome-wrong_number = Número equivocado
outcome-silent = Nadie habló
outcome-spam = Broma o publicidad
outcome-update = Novedades de una llamada o un caso que ya conocemos
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
caller-family = Un familiar
caller-other = Otra persona
intake-state-draft = Borrador
intake-state-waiting = En espera
intake-state-taken = En revisión
intake-state-closed = Cerrada

reason-danger_now = Alguien está en peligro ahora.
reason-urgent_medical = Alguien necesita atención médica ahora.
reason-child_detained = Hay un niño o una niña en detención.
reason-detained = Hay alguien en detención.
reason-under_18 = La persona tiene menos de 18 años.
reason-pregnant_or_with_children = Hay un embarazo o la persona va con niños.
reason-removal_feared = La persona teme una expulsión; no se sabe el día.
reason-removal_passed = El día de la expulsión ya pasó: averigüe qué ocurrió.
reason-removal_72_hours = La expulsión está prevista en menos de 72 horas.
reason-removal_14_days = La expulsión está prevista en menos de 14 días.
reason-removal_known = Se conoce un día de expulsión.
reason-pressing_need = La persona necesita ayuda jurídica, atención médica, alojamiento o protección.
reason-not_asked = No se respondió ninguna de las primeras preguntas: que no se sepa no quiere decir que no.
reason-raised = La marcó como más urgente quien atendió la llamada: { $why }

fault-bad_phone = a este número no se puede llamar: empiece por + y el prefijo del país
fault-bad_date = ese día no existe: rellene día, mes y año
fault-bad_time = escriba la hora como 06:10
fault-lowered = ya es más urgente que eso: solo puede hacerla más urgente

handed-over-title = Entregada
handed-over-lead = Su equipo la ve ahora. Usted ya no puede abrirla.
handed-over-no-number = No hay número: no es seguro que la persona lo guarde.
handed-over-next = Siguiente llamada
number-title = El número para volver
number-read = Léalo de tres en tres cifras y haga una pausa después de cada tres.
number-back = Pida a la persona que se lo repita y escriba lo que oye.
number-once = Se muestra solo esta vez y no se guarda en ningún sitio. Nadie puede consultarlo después.
number-typed-back = Lo que oye
number-typed-back-hint = Se queda en esta página; no se envía a ningún sitio.
number-right = Coincide: las 18 cifras están bien.
number-not-yet = Todavía no coincide.
number-unsafe-title = ¿No es seguro guardarlo?
number-unsafe = Si alguien pudiera encontrarle el número a la persona, no se lo dé. No hace falta hacer nada más: nadie puede usarlo sin conocerlo.
number-print = Al imprimir sale un papel con el número y nada más. Quite encabezados y pies de página en el cuadro de impresión.

contacts-title = Hoy
contacts-in-all = { $count ->
    [one] Hoy se anotó un contacto.
   *[other] Hoy se anotaron { $count } contactos.
}
contacts-none = Hoy todavía no se ha anotado nada
    .next = El día empieza a medianoche UTC.
contacts-sealed = Lo que se dijo está sellado para el equipo que revisa las llamadas. Aquí solo ve cuántos contactos hubo.
contacts-at = Hora
contacts-outcome = Contacto
contacts-state = Estado
contacts-by = Atendido por

queue-title = Cola
queue-late = { $count ->
    [one] Una llamada para AHORA espera desde hace más de { $minutes } minutos.
   *[other] { $count } llamadas para AHORA esperan desde hace más de { $minutes } minutos.
}
queue-waiting = { $count ->
    [0] Ninguna llamada en espera
    [one] Una llamada en espera
   *[other] { $count } llamadas en espera
}
queue-none = Todas las llamadas están revisadas
    .next = Las nuevas aparecen aquí, primero las más urgentes.
queue-priority = Urgencia
queue-what = Necesidades
queue-language = Idioma
queue-place = Dónde
queue-since = Desde
queue-state = Estado
queue-too-long = Más de { $minutes } minutos
queue-taken-by = En revisión por { $name }
queue-letters = { $count ->
    [one] Un mensaje sin leer
   *[other] { $count } mensajes sin leer
}
needs-not-said = Aún no se sabe
intake-unverified = No sabemos quién firmó esto
intake-unverified-text = El registro no conoce a quien lo escribió, o la firma no es suya. El contenido no se muestra. Avise a quien administra.
unassigned-title = { $count ->
    [0] Todos los casos están asignados
    [one] Un caso sin asignar
   *[other] { $count } casos sin asignar
}
unassigned-none = Nada por asignar
    .next = Aquí aparecen los casos en los que nadie trabaja.
unassigned-case = Caso
unassigned-choose = Elegir
unassigned-open = Abrir
unassigned-opened = Abierto
unassigned-suggested = Propuesta
unassigned-nobody = Sin propuesta
unassigned-to = Asignar los casos elegidos a
unassigned-as-suggested = la persona propuesta para cada uno
unassigned-give = Asignar
worker-option = { $open ->
    [one] { $name } (un caso abierto)
   *[other] { $name } ({ $open } casos abiertos)
}
cases-to-assign-account = Asignar los casos elegidos a
cases-to-assign-cases = Casos
said-cases-assigned = Los casos están asignados.

look-title = Una llamada
look-back = Volver a la cola
look-by = atendida por { $name }
look-take = La atiendo yo
look-draft = Seguir con este borrador
look-the-case = Abrir el caso
similar-title = ¿Conocemos ya a esta persona?
similar-lead = Compruébelo antes de abrir un caso. Solo se buscan los casos que usted puede abrir.
similar-none = Ninguno de sus casos tiene el mismo número o nombre.
similar-open = Abrir { $case }
same-phone = mismo número
same-name = mismo nombre
same-part_of_name = parte del nombre
same-search = encontrado en su búsqueda
found-none = No se encontró nada.
find-button = Buscar
link-intake-case = ¿Qué caso?
link-button = Añadir la llamada a este caso
open-title = Abrir un caso
open-button = Abrir un caso
open-said-no = La persona no aceptó que se guarde un expediente; por eso no se puede abrir un caso.
case-from-intake-summary = De qué se trata
    .hint = Si lo deja vacío, se usan las respuestas de arriba.
case-from-intake-tags = Etiquetas
close-title = No es un caso
close-button = Cerrar
intake-closing-outcome = Cómo terminó
intake-closing-reason = Por qué
ending-case_opened = Se abrió un caso
ending-linked = Añadida a un caso
ending-answered = Pregunta respondida
ending-signposted = Se indicó a quién acudir
ending-not_reached = No se pudo contactar con nadie
ending-duplicate = Ya está en la cola
ending-out_of_mandate = No podemos ayudar con esto
ending-declined = La persona no quiere ayuda
ending-other = Otra cosa
letters-title = Mensajes
letters-none = Todavía no hay mensajes. La persona puede escribir con su número.
letter-from-person = La persona
letter-new = nuevo
letter-asks-erasure = La persona pide que borremos todo.
letter-button = Enviar
new-letter-text = Escribir a la persona
    .hint = Breve y sin nombres: otra persona podría verlo.
said-letter-waits = El mensaje está listo. La persona lo verá la próxima vez que escriba su número.
said-intake-taken = La está atendiendo usted. Sus colegas lo ven.
said-intake-closed = La llamada está cerrada.
said-intake-linked = La llamada se ha añadido a este caso. El caso ya tenía un número, o no se dio ninguno a quien llamó; el número de quien llamó no abre este caso.
said-intake-linked-receipt = La llamada se ha añadido a este caso, y el número de quien llamó abre sus mensajes.
said-case-opened = El caso está abierto.

call-whose = ¿De quién es el teléfono?
case-of-intake-case = ¿Qué caso?
confirm-button = Ver qué cambiaría
confirm-title = Añadir la llamada a un caso
confirm-back = Volver a la llamada
confirm-closed = Este caso está cerrado. Se reabre al añadir la llamada.
confirm-becomes = Esto pasa al caso
confirm-nothing-lost = El caso solo puede volverse más urgente, y de dos reglas de contacto vale la más estricta. No se sobrescribe nada de lo que se sabe.
confirm-receipt-apart = El caso tiene su propio número. El de quien llamó queda aparte y no abre nada de este caso.
confirm-reopen-button = Reabrir el caso y añadir la llamada
link-intake-own_receipt = El número que se dio es de la propia persona. Abrirá los mensajes de este caso.
case-from-intake-own_receipt = El número que se dio es de la propia persona, no de quien llamó. Abrirá los mensajes de este caso.
became-priority_raised = Más urgente
became-contact_stricter = La regla de contacto se vuelve más estricta
became-contact_noted = Se añade algo sobre el contacto a lo que se sabe
became-channel_added = Un número o una vía de contacto nueva
became-stay_new = La persona está detenida
became-stay_moved = La persona está detenida en otro lugar; la detención anterior termina
became-removal_new = Hay una expulsión prevista
became-removal_changed = La expulsión tiene otro día u otra hora
became-need_new = Una necesidad nueva
became-need_raised = Una necesidad es más urgente
became-person_changed = Se añade algo sobre la persona
became-place_changed = Dónde está la persona
became-consent_noted = Lo que se acordó
became-timeline = Lo que se dijo, en la cronología
call-receipt_anyway = Dar un número aunque la persona llame desde la detención: no se lee en voz alta, se entrega por escrito
handed-over-recorded = No hay número. Las llamadas desde la detención suelen grabarse, y quien oiga el número puede leer los mensajes de la persona y borrarlos. Dé uno por escrito o en una visita, desde el caso.
