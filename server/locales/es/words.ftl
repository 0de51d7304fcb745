entry-kind-note = Nota
entry-kind-call = Llamada
entry-kind-visit = Visita
entry-kind-message = Mensaje
entry-kind-decision = Decisión
entry-kind-document_note = Lo que dice un documento

need-where-here = Donde está la persona
need-where-origin = En su país de origen

need-status-open = Abierta
need-status-in_referral = Con una organización socia
need-status-met = Cubierta
need-status-dropped = Ya no hace falta

task-kind-deadline = Plazo
task-kind-hearing = Audiencia
task-kind-bond = Fianza
task-kind-appeal = Recurso
task-kind-removal = Expulsión o deportación
task-kind-medical = Cita médica
task-kind-reporting = Presentarse ante la autoridad
task-kind-contact_attempt = Intentar contactar con la persona
task-kind-other = Otra

section-identity = Nombre, edad, idiomas
section-contact = Cómo contactar con la persona
section-custody = Dónde está detenida
section-needs = Qué necesita
section-health = Salud
section-trafficking = Lo que le hicieron
section-immigration_status = Situación migratoria
section-family = Familia
section-documents = Papeles
section-notes = Notas marcadas para organizaciones socias

recipients-nobody_yet = Todavía con nadie
recipients-ask_each_time = Preguntar cada vez
recipients-named = Solo con las que se nombran
recipients-any_partner = Con cualquier organización socia que pueda ayudar

purpose-referral = Para encontrar ayuda
purpose-legal_representation = Representación legal
purpose-medical = Tratamiento médico
purpose-shelter = Alojamiento
purpose-family_tracing = Para encontrar a la familia
purpose-statistics = Estadísticas
purpose-other = Otra cosa

explained-by-me = por mí
explained-by-interpreter = por intérprete
explained-by-not_possible = no se pudo explicar

proxy-role-parent = su padre o su madre
proxy-role-guardian = quien tiene la tutela
proxy-role-appointed = alguien designado por un tribunal o una autoridad
proxy-role-lawyer_with_mandate = un abogado o una abogada con mandato firmado
proxy-role-other = otra persona
child-view-agrees = La persona menor de edad acepta
child-view-objects = La persona menor de edad no lo quiere
child-view-not_asked = No se preguntó a la persona menor de edad
child-view-too_young = Demasiado pequeña para opinar
child-decided-guardian = Quien aceptó en su lugar
child-decided-best_interests = Una decisión en su interés superior
explainer-me = quien lo anotó
explainer-interpreter = intérprete
explainer-not_possible = nadie: no se pudo explicar
given-spoken = De palabra
given-signed = Firmado
given-proxy = Por alguien en su lugar

trafficking-PossibleVictimOfTrafficking = Posible víctima de trata
trafficking-ActualVictimOfTrafficking = Víctima de trata
trafficking-NotAVictimOfTrafficking = No es víctima de trata
trafficking-act-recruitment = Captación
trafficking-act-transportation = Transporte
trafficking-act-transfer = Traslado
trafficking-act-harbouring = Acogida
trafficking-act-receipt = Recepción
trafficking-means-PhysicalThreats = Amenazas de violencia
trafficking-means-ThreatsLawEnforcement = Amenazas de llamar a la policía
trafficking-means-ThreatensChildrenFamily = Amenazas contra sus hijas, hijos o familia
trafficking-means-DebtBondage = Servidumbre por deudas
trafficking-means-FalsePromises = Falsas promesas
trafficking-means-PhysicalAbuse = Maltrato físico
trafficking-means-SexualAbuse = Abuso sexual
trafficking-means-TakesEarnings = Le quita lo que gana
trafficking-means-RestrictsFinancialAccess = Le impide disponer de dinero
trafficking-means-RestrictsMedicalCare = Le impide recibir atención médica
trafficking-means-WithholdsNecessities = Le niega comida u otras cosas básicas
trafficking-means-PsychologicalAbuse = Maltrato psicológico
trafficking-means-PsychoactiveSubstance = Drogas o alcohol
trafficking-means-ExcessiveWorkingHours = Jornadas de trabajo excesivas
trafficking-means-WithholdsDocuments = Le retiene los papeles
trafficking-means-Other = Otra cosa

exploitation-ForcedLabour = Trabajo forzoso
exploitation-SexualExploitation = Explotación sexual
exploitation-ChildLabour = Trabajo infantil
exploitation-ForcedMarriage = Matrimonio forzado
exploitation-Servitude = Servidumbre
exploitation-ForcedMilitaryByNonStateActors = Reclutamiento forzado en un grupo armado
exploitation-OrganRemoval = Extracción de órganos
exploitation-ForcedBegging = Mendicidad forzada
exploitation-ForcedAdoption = Adopción forzada
exploitation-Surrogacy = Gestación subrogada
exploitation-Other = Otra cosa

outcome-resolved = Se resolvió
outcome-partly_resolved = Se resolvió en parte
outcome-not_resolved = No se resolvió
outcome-passed_on = Se encargan otras organizaciones
outcome-withdrawn = La persona ya no lo quiere
outcome-lost_contact = No se puede contactar con la persona
outcome-removed = La persona fue expulsada a otro país
outcome-died = La persona falleció

age-band-child = menos de 18 años
age-band-young_adult = de 18 a 25 años
age-band-adult = de 26 a 59 años
age-band-older = 60 años o más
age-band-unknown = edad no conocida

person-step-waiting = Espera lectura
person-step-read = Leído
person-step-in_work = En curso
person-step-closed = No hay nada más previsto

recorded-yes = la línea se graba
recorded-no = la línea no se graba
recorded-unknown = puede que la línea se grabe

voicemail-yes = Se puede dejar un mensaje.
voicemail-no = No deje ningún mensaje.
voicemail-unknown = No sabemos si es seguro dejar un mensaje. No deje ninguno.

call-back-yes = Es seguro devolver la llamada.
call-back-no = NO devuelva la llamada.
call-back-unknown = No sabemos si es seguro devolver la llamada. No llame hasta saberlo.

case-status-open = Abierto
case-status-closed = Cerrado

removal-state-rumoured = Se teme o se oye
removal-state-announced = Anunciada
removal-state-boarded = En curso
removal-state-carried_out = Realizada
removal-state-stopped = Detenida
removal-state-failed = Se intentó y no ocurrió
removal-way = Cómo
removal-way-charter = Vuelo chárter
removal-way-commercial = Vuelo comercial
removal-way-land = Por tierra
removal-way-sea = Por mar
removal-way-pushback = Devolución en la frontera
removal-way-unknown = No se sabe
removal-stop-order = Un tribunal o una autoridad
removal-stop-medical = No apta para viajar
removal-stop-no_document = Sin documento de viaje
removal-stop-other = Otra cosa
