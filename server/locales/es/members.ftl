menu-members = Integrantes
    .about = Quién trabaja aquí y qué se puede pedir a cada cual
members-title = Integrantes
members-invite = Invitar a alguien
members-roles = Función
member-title = Integrante
member-state = Estado
member-key = Registro
member-signs = firma el registro
member-signs-long = Firma el registro de llaves. Solo otra persona que también lo firme puede dar de baja esta cuenta.
member-roles-button = Cambiar su función
member-end = Terminar esta cuenta
member-remove-about = Esta persona deja la organización. Quien tiene las llaves debe cambiarlas después.
member-remove-link = Dar de baja…
member-remove-title = Dar de baja a alguien
member-remove-lead = { $name } ya no podrá entrar desde este momento.
member-remove-first = Todas sus sesiones terminan enseguida y no le llega ninguna llave que esté en camino.
member-remove-second = El nombre queda en la bitácora de lo que se hizo.
member-remove-third = Después, alguien de supervisión debe cambiar las llaves de los equipos. Hasta entonces lo indican.
member-remove-button = Dar de baja
member-reset-about = Para quien perdió la frase de paso y el código de recuperación. La cuenta termina y usted invita de nuevo.
member-reset-link = Restablecer esta cuenta…
member-reset-title = Restablecer una cuenta
member-reset-lead = La cuenta de { $name } termina y usted invita de nuevo.
member-reset-first = Nadie puede recuperar lo que protegía esa frase de paso: así está pensado.
member-reset-second = Los casos siguen en el equipo. No se pierde nada mientras alguien del equipo pueda entrar.
member-reset-third = Tras la nueva invitación, alguien del equipo debe admitir otra vez a esta persona.
member-reset-button = Restablecer esta cuenta
account-state-waiting = Espera que le admitan
account-state-active = Trabaja
account-state-locked = Bloqueada hasta restablecerla
account-state-removed = Ya no está
new-roles-roles = Qué función tiene
    .hint = Las funciones dicen qué se puede pedir a alguien. No abren ningún caso: eso lo hacen las llaves de los equipos.
reason-reason = Por qué
    .hint = En pocas palabras, sin el nombre de nadie a quien ayudamos. Lo lee su auditoría.
said-roles-changed = Su función ha cambiado.
said-member-removed = La cuenta ha terminado. Avise a alguien de supervisión: hay que cambiar las llaves de los equipos.
said-member-reset = La cuenta ha terminado. Ahora invite de nuevo.

menu-invitations = Invitaciones
    .about = Pida a alguien que se una
invitations-title = Invitaciones
invitations-lead = Quien tiene un código puede unirse. Entréguelo usted en persona: en papel, cara a cara o por una vía en la que ambas partes confíen.
invitations-open = Aún sin usar
invitations-empty = No hay ninguna invitación abierta
    .next = Haga una abajo.
invitation-new = Nueva invitación
invitation-until = Hasta
invitation-until-day = se puede usar hasta el { $day }
invitation-withdraw = Retirar
invitation-button = Hacer la invitación
new-invitation-roles = Qué función tendrá
    .hint = Quien administra no tiene ninguna llave; por eso no hace nada más.
new-invitation-note = Nota para su lista
    .hint = Quien se une elige su propio nombre. Aquí basta un nombre de pila.
new-invitation-days = Días que se puede usar
    .hint = De 1 a 30; 7 si lo deja vacío.
new-invitation-mail = Enviar el código también a esta dirección de correo
    .hint = El mensaje no nombra a nadie. El correo se puede leer por el camino: mejor entréguelo en persona.
invitation-made = La invitación está hecha
invitation-code = Código
invitation-code-text = Anótelo o muéstrelo. No se puede volver a mostrar; si se pierde, retire la invitación y haga otra.
invitation-mailed = El código se envió también por correo.
invitation-words = Doce palabras para comparar
invitation-words-text = Quien se une ve doce palabras. Deben ser estas. Si una es distinta, hay alguien en medio: pare y avise a su supervisión.
invitation-next = Cuando se haya unido, alguien de supervisión debe admitir a esa persona.
said-invitation-withdrawn = La invitación está retirada. Su código no abre nada.

menu-teams = Equipos
    .about = Quiénes trabajan juntos y quién tiene qué llaves
teams-title = Equipos
teams-lead = Un equipo comparte la llave de sus casos. Quien está en él puede abrirlos; quien no está, no puede.
teams-empty = Todavía no hay ningún equipo
    .next = Los equipos pequeños son más seguros: si se pierde una frase de paso, solo quedan al alcance los casos de ese equipo.
teams-standing = Grupos fijos
teams-standing-text = Siguen la función de cada cual: quien es admitido recibe sus llaves.
team-title = Equipo
team-make = Crear un equipo
team-members = { $count ->
    [one] { $count } integrante
    [many] { $count } de integrantes
   *[other] { $count } integrantes
}
team-members-title = Integrantes de este equipo
team-yours = usted está en él
team-not-held = Usted no tiene esta llave. Solo alguien de supervisión que esté en el equipo puede dejar entrar a otras personas.
team-rotation-due = Hay que cambiar la llave
team-rotation-text = Alguien dejó la organización y quizá conserva esta llave. Con una llave nueva, lo que conserve ya no abre nada.
team-rotation-link = La llave de este equipo
team-leave = Sacar
team-leave-title = Sacar a alguien del equipo
team-leave-lead = { $name } ya no abrirá los casos de este equipo.
team-leave-first = El equipo recibe una llave nueva, y también cada caso que el equipo puede abrir.
team-leave-second = Lo que ya se leyó no se puede borrar de la memoria.
team-leave-third = Con muchos casos puede tardar un minuto. No cierre la página.
team-leave-button = Sacar y cambiar la llave
team-join = Dejar entrar en el equipo
new-team-label = Nombre de un equipo nuevo
    .hint = Se guarda sellado. No le ponga el nombre de alguien a quien ayudan.
team-join-account = Dejar entrar a un o una colega
rotation-title = La llave del equipo
rotation-lead = Una llave nueva deja los casos fuera del alcance de quien se fue.
rotation-epoch = Llaves hasta ahora
rotation-left = Casos aún con una llave anterior
rotation-left-text = { $count ->
    [one] Quedó { $count } caso atrás, porque alguien trabajaba en él.
    [many] Quedaron { $count } de casos atrás, porque alguien trabajaba en ellos.
   *[other] Quedaron { $count } casos atrás, porque alguien trabajaba en ellos.
}
rotation-finish = Cambiarlos ahora
rotation-text = Una llave nueva para el equipo y para cada caso que puede abrir. Con muchos casos puede tardar un minuto.
rotation-button = Hacer una llave nueva
said-team-made = El equipo está creado. Usted es su primer integrante.
said-team-joined = Ya puede entrar. Las llaves están en camino.
said-team-left = Ya no está en el equipo. La llave del equipo y la de sus casos han cambiado.
said-team-rotated = La llave del equipo y la de sus casos han cambiado.

menu-partners = Organizaciones socias
    .about = Con quién hay acuerdo y de quién se compararon las palabras
partners-title = Organizaciones socias
partners-lead = Antes de poder enviar algo a una organización socia hacen falta dos cosas: comparar de viva voz las doce palabras de su llave y un acuerdo.
partner = Organización
partner-own = somos nosotros
partner-kind = Tipo
partner-country = País
partner-words = Palabras
partner-compared = Comparadas
partner-not-compared = Aún sin comparar
partner-compared-long = Comparadas, y la llave sigue siendo la misma.
partner-not-compared-long = Aún sin comparar, o la llave ha cambiado desde entonces. No se puede enviar nada allí.
partner-agreement = Acuerdo
partner-authority = Es una autoridad. Nunca se comparte nada con ella.
agreement-yes = Hay acuerdo
agreement-until = Hay acuerdo hasta el { $day }
agreement-over = Terminó el { $day }
agreement-no = Ninguno
compare-title = Comparar las palabras
compare-call = Llame a alguien que conozca allí, a un número que ya tenía. No a uno que muestre este sitio.
compare-read = Léale sus doce palabras:
compare-ours = Nuestras doce palabras
compare-type = Deje que lea las suyas y escriba lo que oye. No se muestran aquí, para que nadie pueda confirmarlas a ciegas.
compare-button = Comparar
words-heard-fingerprint = Las doce palabras que oyó
    .hint = En orden, separadas por espacios.
agree-title = Acuerdo para derivar
agree-text = Lo que ambas organizaciones se prometieron sobre las personas que comparten: escrito y firmado fuera de este sitio.
new-agreement-agreed = Hay un acuerdo
new-agreement-until = Su último día
    .hint = Vacío si no tiene fin.
said-words-compared = Las palabras son las mismas. Lo que se envíe allí no llega a nadie más.
said-agreement-noted = El acuerdo está anotado.
said-agreement-ended = Ya no hay acuerdo. No se envía allí nada nuevo.

fault-not_the_same = Estas no son las palabras de la llave de esta organización. No le envíe nada y averigüe quién está en medio.

menu-languages = Idiomas
    .about = Qué frases ha revisado una persona
languages-title = Cómo se revisaron nuestros idiomas
languages-lead = Cada frase se escribió primero en inglés. Una máquina hizo la primera traducción; personas que hablan el idioma la revisan frase por frase.
languages-critical = { $count ->
    [one] { $count } frase de la que depende la seguridad de alguien se muestra en inglés hasta que una persona la haya revisado.
    [many] { $count } de frases de las que depende la seguridad de alguien se muestran en inglés hasta que una persona las haya revisado.
   *[other] { $count } frases de las que depende la seguridad de alguien se muestran en inglés hasta que una persona las haya revisado.
}
languages-language = Idioma
languages-machine = Solo una máquina
languages-reviewed = Revisadas por una persona
languages-double = Revisadas por dos
languages-stale = El inglés cambió después
languages-missing = Faltan: se muestran en inglés
languages-safety = Frases de seguridad en inglés
languages-share = Revisado
languages-share-of = { $checked } de { $all }
languages-source = Todas las frases se escriben primero en este idioma.
language-lead = Lo que nadie ha revisado tal como está. Alguien que hable el idioma lee ambas columnas y dice a quien cuida este sitio qué hay que cambiar.
language-empty = Todas las frases están revisadas
    .next = Cuando cambie el inglés, aparece aquí lo que hay que volver a mirar.
language-english = Inglés
language-translated = Traducción
language-state = Estado
language-critical = se muestra en inglés hasta que una persona la haya revisado

# What the server gave up.
undone-title = Sin hacer
undone-lead = El servidor intentó estas cosas una y otra vez y renunció a ellas. No pasa nada con ellas hasta que usted decida.
undone-empty = Todo se hizo
    .next = Lo que el servidor no consigue hacer, como enviar un correo, aparece aquí después de intentarlo la mayor parte de un día.
undone-notice = { $count ->
    [one] El servidor renunció a una cosa que debía hacer para ustedes. El último intento fue el { $day }.
    [many] El servidor renunció a { $count } de cosas que debía hacer para ustedes. El último intento fue el { $day }.
   *[other] El servidor renunció a { $count } cosas que debía hacer para ustedes. El último intento fue el { $day }.
}
undone-link = Vea por qué y qué hacer
undone-what = Qué
undone-why = Por qué y qué hacer
undone-attempts = Intentos
undone-last = Último intento
undone-acts = Lo que puede hacer
undone-retry = Intentar de nuevo
undone-discard = Descartar
undone-kind-send_mail = No se pudo enviar un correo
undone-kind-tell_inbox = No se avisó por correo al equipo de que espera una derivación
undone-kind-expire_referral = No se dio por terminada una derivación que nadie respondió
undone-kind-sharing_stopped = Alguien dejó de compartir y no se avisó a todas las organizaciones asociadas
undone-kind-report_erased = Alguien borró un informe y no ha desaparecido del todo
undone-kind-expire_draft = No se eliminó un borrador antiguo
undone-kind-note_failed_sign_in = No se registró un inicio de sesión fallido
undone-why-refused = El servidor de correo lo rechazó.
undone-why-timed_out = El servidor de correo no respondió a tiempo.
undone-why-tls = No hubo una conexión segura con el servidor de correo.
undone-why-unreachable = No se pudo llegar al servidor de correo.
undone-why-rejected_address = El servidor de correo no conoce la dirección.
undone-why-settings = Los ajustes de este servidor no lo permiten.
undone-why-interrupted = El servidor se detuvo a la mitad, cada vez.
undone-why-broken = Este servidor cometió un error.
undone-todo-refused = Pida a quien lleva este servidor que mire sus ajustes de correo. Después, inténtelo de nuevo.
undone-todo-timed_out = Pregunte a quien lleva este servidor si el servidor de correo funciona. Después, inténtelo de nuevo.
undone-todo-tls = Pida a quien lleva este servidor que mire el certificado del servidor de correo. Después, inténtelo de nuevo.
undone-todo-unreachable = Pregunte a quien lleva este servidor si el servidor de correo funciona. Después, inténtelo de nuevo.
undone-todo-rejected_address = Descártelo. Invite de nuevo con la dirección correcta, o pida a sus integrantes que miren la dirección que dieron.
undone-todo-settings = Pida a quien lleva este servidor que mire sus ajustes de correo. Después, inténtelo de nuevo.
undone-todo-interrupted = Avise a quien lleva este servidor. Después, inténtelo de nuevo.
undone-todo-broken = Avise a quien lleva este servidor: su registro dice más. Después, inténtelo de nuevo.
said-undone-tried = Se intenta de nuevo en unos segundos. Si falla otra vez, se le dirá aquí después de la mayor parte de un día.
said-undone-discarded = Está descartado. Lo que debía hacerse no se hizo.
