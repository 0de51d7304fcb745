entry-kind-note = Note
entry-kind-call = Appel
entry-kind-visit = Visite
entry-kind-message = Message
entry-kind-decision = Décision
entry-kind-document_note = Ce que dit un document

need-where-here = Là où est la personne
need-where-origin = Dans son pays d’origine

need-status-open = Ouvert
need-status-in_referral = Chez un partenaire
need-status-met = Couvert
need-status-dropped = Plus nécessaire

task-kind-deadline = Échéance
task-kind-hearing = Audience
task-kind-bond = Caution
task-kind-appeal = Recours
task-kind-removal = Éloignement (expulsion, renvoi, OQTF)
task-kind-medical = Rendez-vous médical
task-kind-reporting = Pointage (se présenter à l’autorité)
task-kind-contact_attempt = Essayer de joindre la personne
task-kind-other = Autre

section-identity = Nom, âge, langues
section-contact = Comment joindre la personne
section-custody = Où elle est retenue ou détenue
section-needs = De quoi elle a besoin
section-health = Santé
section-trafficking = Ce qu’on lui a fait
section-immigration_status = Situation migratoire
section-family = Famille
section-documents = Papiers
section-notes = Notes marquées pour les partenaires

recipients-nobody_yet = Encore personne
recipients-ask_each_time = Demander chaque fois
recipients-named = Seulement les organisations nommées
recipients-any_partner = Tout partenaire qui peut aider

purpose-referral = Pour trouver de l’aide
purpose-legal_representation = Représentation juridique
purpose-medical = Soins médicaux
purpose-shelter = Hébergement
purpose-family_tracing = Pour retrouver la famille
purpose-statistics = Statistiques
purpose-other = Autre chose

explained-by-me = par moi
explained-by-interpreter = par interprète
explained-by-not_possible = cela n’a pas pu être expliqué

proxy-role-parent = un parent
proxy-role-guardian = un tuteur ou une tutrice
proxy-role-appointed = quelqu’un désigné par un tribunal ou une autorité
proxy-role-lawyer_with_mandate = un avocat ou une avocate avec un mandat signé
proxy-role-other = quelqu’un d’autre
child-view-agrees = L’enfant accepte
child-view-objects = L’enfant ne le veut pas
child-view-not_asked = L’enfant n’a pas été consulté
child-view-too_young = Trop jeune pour avoir un avis
child-decided-guardian = La personne qui a accepté pour l’enfant
child-decided-best_interests = Une décision dans l’intérêt supérieur de l’enfant
explainer-me = la personne qui l’a noté
explainer-interpreter = un ou une interprète
explainer-not_possible = personne : cela n’a pas pu être expliqué
given-spoken = De vive voix
given-signed = Signé
given-proxy = Par quelqu’un à sa place

trafficking-PossibleVictimOfTrafficking = Victime possible de traite
trafficking-ActualVictimOfTrafficking = Victime de traite
trafficking-NotAVictimOfTrafficking = Pas victime de traite
trafficking-act-recruitment = Recrutement
trafficking-act-transportation = Transport
trafficking-act-transfer = Transfert
trafficking-act-harbouring = Hébergement
trafficking-act-receipt = Accueil
trafficking-means-PhysicalThreats = Menaces de violence
trafficking-means-ThreatsLawEnforcement = Menaces d’appeler la police
trafficking-means-ThreatensChildrenFamily = Menaces contre les enfants ou la famille
trafficking-means-DebtBondage = Servitude pour dettes
trafficking-means-FalsePromises = Fausses promesses
trafficking-means-PhysicalAbuse = Violences physiques
trafficking-means-SexualAbuse = Violences sexuelles
trafficking-means-TakesEarnings = Prend ce qu’elle gagne
trafficking-means-RestrictsFinancialAccess = Empêche de disposer d’argent
trafficking-means-RestrictsMedicalCare = Empêche de se soigner
trafficking-means-WithholdsNecessities = Prive de nourriture ou d’autres choses vitales
trafficking-means-PsychologicalAbuse = Violences psychologiques
trafficking-means-PsychoactiveSubstance = Drogues ou alcool
trafficking-means-ExcessiveWorkingHours = Horaires de travail excessifs
trafficking-means-WithholdsDocuments = Garde les papiers
trafficking-means-Other = Autre chose

exploitation-ForcedLabour = Travail forcé
exploitation-SexualExploitation = Exploitation sexuelle
exploitation-ChildLabour = Travail des enfants
exploitation-ForcedMarriage = Mariage forcé
exploitation-Servitude = Servitude
exploitation-ForcedMilitaryByNonStateActors = Enrôlement forcé dans un groupe armé
exploitation-OrganRemoval = Prélèvement d’organes
exploitation-ForcedBegging = Mendicité forcée
exploitation-ForcedAdoption = Adoption forcée
exploitation-Surrogacy = Gestation pour autrui
exploitation-Other = Autre chose

outcome-resolved = Résolu
outcome-partly_resolved = Résolu en partie
outcome-not_resolved = Pas résolu
outcome-passed_on = D’autres ont pris le relais
outcome-withdrawn = La personne ne le veut plus
outcome-lost_contact = La personne ne peut plus être jointe
outcome-removed = La personne a été éloignée vers un autre pays
outcome-died = La personne est décédée

age-band-child = moins de 18 ans
age-band-young_adult = de 18 à 25 ans
age-band-adult = de 26 à 59 ans
age-band-older = 60 ans ou plus
age-band-unknown = âge inconnu

person-step-waiting = En attente de lecture
person-step-read = Lu
person-step-in_work = En cours
person-step-closed = Rien d’autre n’est prévu

recorded-yes = la ligne est enregistrée
recorded-no = la ligne n’est pas enregistrée
recorded-unknown = la ligne est peut-être enregistrée

voicemail-yes = Un message peut être laissé.
voicemail-no = Ne laissez aucun message.
voicemail-unknown = Nous ne savons pas si un message est sans danger. N’en laissez pas.

call-back-yes = Rappeler est sans danger.
call-back-no = NE rappelez PAS.
call-back-unknown = Nous ne savons pas si rappeler est sans danger. N’appelez pas avant de le savoir.

case-status-open = Ouvert
case-status-closed = Fermé

removal-state-rumoured = Craint ou entendu dire
removal-state-announced = Annoncé
removal-state-boarded = En cours
removal-state-carried_out = Exécuté
removal-state-stopped = Arrêté
removal-state-failed = Tenté, n’a pas eu lieu
removal-way = Comment
removal-way-charter = Vol affrété
removal-way-commercial = Vol ordinaire
removal-way-land = Par voie terrestre
removal-way-sea = Par mer
removal-way-pushback = Refoulé à une frontière
removal-way-unknown = Non connu
removal-stop-order = Un tribunal ou une autorité
removal-stop-medical = Inapte à voyager
removal-stop-no_document = Pas de document de voyage
removal-stop-other = Autre chose
