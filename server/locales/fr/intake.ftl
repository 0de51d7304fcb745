menu-intake = Nouvel appel
    .about = Prendre un appel, une visite ou un message
menu-contacts = Aujourd’hui
    .about = Ce qui a été noté aujourd’hui, sans le contenu
menu-queue = File
    .about = Les appels qui attendent, les plus urgents d’abord
call-title = Nouvel appel
call-keys = Alt et 1 à 6 mènent à une partie. Il faut seulement dire comment le contact s’est terminé ; tout le reste peut rester sur « On ne sait pas ».
call-1 = La personne qui appelle est-elle en sécurité ?
call-2 = Langue et lieu
call-3 = Que manque-t-il ?
call-4 = Ce à quoi la personne consent
call-5 = Qui, et comment la joindre
call-6 = Notes et fin
call-so-far = Jusqu’ici :
call-do-now = À faire tout de suite :
call-do-now-text = Restez en ligne. Demandez qui peut entendre la personne et où elle est. Prévenez votre supervision pendant que vous parlez. N’appelez la police ou une ambulance que si la personne est d’accord.
call-danger_now = En danger maintenant ?
call-detained = En détention ?
call-removal = Jour de l’expulsion ou du renvoi
call-removal_time = Heure là-bas
call-removal_feared = Expulsion redoutée, jour inconnu ?
call-urgent_medical = Besoin de soins médicaux maintenant ?
call-under_18 = Moins de 18 ans ?
call-pregnant_or_with_children = Enceinte, ou avec des enfants ?
call-safe_to_call_back = Rappeler est-il sans danger ?
call-phone = Numéro
    .hint = Avec + et l’indicatif du pays
call-how = De quelle façon est-ce sans danger ?
call-language = Langue à parler
call-interpreter = Interprète
call-citizen_of = Nationalité (jamais nécessaire pour être aidé)
call-now_in = Pays où elle se trouve
call-town = Ville, camp ou lieu de détention
call-needs = Besoins
call-read-aloud = Lisez ceci à voix haute :
call-script = Il n’est pas nécessaire de donner votre nom. Nous notons ce que vous nous dites pour que quelqu’un puisse vous aider. C’est gardé scellé, et seules les personnes qui aident ici peuvent le lire. Nous ne donnons jamais rien à la police, à l’immigration ni à un consulat. Si une autre organisation peut aider, nous pouvons lui donner votre nom, comment vous joindre, où vous êtes et ce qu’il vous faut, mais seulement si vous dites oui. Vous pouvez arrêter à tout moment. Pouvons-nous garder un dossier sur vous ? Pouvons-nous partager quelque chose, et avec qui ?
call-consent_file = Consent à ce qu’un dossier soit gardé ?
call-consent_share = Peut être partagé avec
call-explained_by = Qui l’a expliqué
call-name_to_use = Nom à utiliser
    .hint = Comme la personne le dit. Vide : anonyme.
call-caller_is = Qui parle
call-when = Quand peut-on la joindre ?
call-code_word = Que dire pour qu’on sache qui appelle
call-voicemail = Un message peut-il être laissé ?
call-notes = Notes
call-outcome = Comment le contact s’est terminé
call-channel = Par où il est venu
call-raise_to = Plus urgent qu’il n’y paraît ?
call-raise_reason = Pourquoi est-ce plus urgent ?
call-no_receipt = Ne donner aucun numéro : il serait dangereux pour la personne d’en garder un
call-needs-none = Rien de noté
call-keep = Enregistrer le brouillon
call-hand-over = Remettre
call-saved = Brouillon enregistré
call-saved-at = Brouillon enregistré { $when }
call-not-saved = NON enregistré depuis
call-not-yet-saved = Le serveur le scelle à l’arrivée. Après « Remettre », vous ne pouvez plus l’ouvrir.
call-log-title = Rien à écrire ? Notez-le d’un clic :
call-discard-title = Ce brouillon n’est pas nécessaire ?
call-discard = Supprimer le brouillon
drafts-title = { $count ->
    [one] Un de vos brouillons attend
    [many] { $count } de vos brouillons attendent
   *[other] { $count } de vos brouillons attendent
}
drafts-kept = Un brouillon est supprimé 12 heures après son début. Personne d’autre ne peut l’ouvrir.
drafts-of = Continuer le brouillon de { $when }
said-draft-kept = Le brouillon est enregistré.
said-draft-discarded = Le brouillon est supprimé.
said-contact-logged = Le contact est noté.

outcome-help_wanted = De l’aide est demandée
outcome-information_only = Une question, à laquelle on a répondu
outcome-wrong_number = Mauvais numéro
outcome-silent = Personne n’a parlé
outcome-spam = N’importe quoi ou publicité
outcome-update = Du nouveau sur quelque chose de connu
contact-channel-phone = Téléphone
contact-channel-chat = Messagerie
contact-channel-visit = Visite
contact-channel-mail = Courrier
contact-channel-web = Web
interpreter-none = Pas nécessaire
interpreter-phone = Au téléphone
interpreter-present = Sur place
share-nobody_yet = Encore personne
share-ask_each_time = Demander chaque fois
share-any_partner = Tout partenaire qui peut aider
explained-me = Moi
explained-interpreter = Un interprète
explained-not_possible = Ce n’était pas possible
caller-the_person = La personne
caller-family = Quelqu’un de la famille
caller-other = Quelqu’un d’autre
intake-state-draft = Brouillon
intake-state-waiting = Attend
intake-state-taken = Quelqu’un l’examine
intake-state-closed = Fermé

reason-danger_now = Quelqu’un est en danger maintenant.
reason-urgent_medical = Quelqu’un a besoin de soins médicaux maintenant.
reason-child_detained = Un enfant est détenu.
reason-detained = Quelqu’un est détenu.
reason-under_18 = La personne a moins de 18 ans.
reason-pregnant_or_with_children = La personne est enceinte ou accompagnée d’enfants.
reason-removal_feared = Une expulsion est redoutée ; le jour n’est pas connu.
reason-removal_passed = Le jour de l’expulsion est passé : cherchez ce qui est arrivé.
reason-removal_72_hours = L’expulsion est prévue d’ici 72 heures.
reason-removal_14_days = L’expulsion est prévue d’ici 14 jours.
reason-removal_known = Un jour d’expulsion est connu.
reason-pressing_need = Il manque une aide juridique, des soins, un hébergement ou la sécurité.
reason-not_asked = Aucune des premières questions n’a reçu de réponse : ne pas savoir n’est pas un non.
reason-raised = Relevée par la personne qui a pris l’appel : { $why }

fault-bad_phone = ce n’est pas un numéro qu’on peut appeler : commencez par + et l’indicatif du pays
fault-bad_date = ce jour n’existe pas : remplissez le jour, le mois et l’année
fault-bad_time = écrivez l’heure comme 06:10
fault-lowered = c’est déjà plus urgent que cela : on peut seulement relever

handed-over-title = Remis
handed-over-lead = Votre équipe le voit maintenant. Vous ne pouvez plus l’ouvrir.
handed-over-no-number = Aucun numéro n’a été fait : il serait dangereux pour la personne d’en garder un.
handed-over-next = Appel suivant
number-title = Le numéro pour revenir
number-read = Lisez-le trois chiffres à la fois, et attendez après chaque groupe.
number-back = Laissez la personne vous le relire, et tapez ce que vous entendez.
number-once = Il n’est montré que cette fois et n’est gardé nulle part. Personne ne peut le retrouver plus tard.
number-typed-back = Ce que vous entendez
number-typed-back-hint = Reste sur cette page ; n’est envoyé nulle part.
number-right = Pareil : les 18 chiffres sont justes.
number-not-yet = Pas encore pareil.
number-unsafe-title = Dangereux à garder ?
number-unsafe = Si quelqu’un pouvait trouver le numéro sur la personne, ne le donnez pas. Rien d’autre n’est nécessaire : sans le numéro, personne ne peut s’en servir.
number-print = L’impression donne un papier avec le numéro et rien d’autre. Désactivez les en-têtes et pieds de page dans la fenêtre d’impression.

contacts-title = Aujourd’hui
contacts-in-all = { $count ->
    [one] { $count } contact a été noté aujourd’hui.
    [many] { $count } de contacts ont été notés aujourd’hui.
   *[other] { $count } contacts ont été notés aujourd’hui.
}
contacts-none = Rien n’a encore été noté aujourd’hui
    .next = Le jour commence à minuit UTC.
contacts-sealed = Ce qui a été dit est scellé pour l’équipe qui trie les appels. Ici vous voyez seulement combien il y en a eu.
contacts-at = Heure
contacts-outcome = Contact
contacts-state = État
contacts-by = Pris par

queue-title = File
queue-late = { $count ->
    [one] Un appel pour TOUT DE SUITE attend depuis plus de { $minutes } minutes.
    [many] { $count } d’appels pour TOUT DE SUITE attendent depuis plus de { $minutes } minutes.
   *[other] { $count } appels pour TOUT DE SUITE attendent depuis plus de { $minutes } minutes.
}
queue-waiting = { $count ->
    [0] Aucun appel n’attend
    [one] Un appel attend
    [many] { $count } d’appels attendent
   *[other] { $count } appels attendent
}
queue-none = Chaque appel a été examiné
    .next = Les nouveaux apparaissent ici, les plus urgents d’abord.
queue-priority = Pour quand
queue-what = Ce qui manque
queue-language = Langue
queue-place = Où
queue-since = Depuis
queue-state = État
queue-too-long = Plus de { $minutes } minutes
queue-taken-by = { $name } l’examine
queue-letters = { $count ->
    [one] { $count } lettre non lue
    [many] { $count } de lettres non lues
   *[other] { $count } lettres non lues
}
needs-not-said = Pas encore connu
intake-unverified = Signé par personne de connu
intake-unverified-text = Le registre ne connaît pas qui l’a écrit, ou la signature n’est pas la sienne. Son contenu n’est pas montré. Dites-le à votre administration.
unassigned-title = { $count ->
    [0] Chaque dossier est suivi par quelqu’un
    [one] Un dossier n’est suivi par personne
    [many] { $count } de dossiers ne sont suivis par personne
   *[other] { $count } dossiers ne sont suivis par personne
}
unassigned-none = Rien à distribuer
    .next = Un dossier que personne ne suit apparaît ici.
unassigned-case = Dossier
unassigned-choose = Choisir
unassigned-open = Ouvrir
unassigned-opened = Ouvert
unassigned-suggested = Proposition
unassigned-nobody = Personne ne peut être proposé
unassigned-to = Donner les dossiers choisis à
unassigned-as-suggested = qui est proposé
unassigned-give = Donner
worker-option = { $open ->
    [one] { $name } ({ $open } dossier ouvert)
    [many] { $name } ({ $open } de dossiers ouverts)
   *[other] { $name } ({ $open } dossiers ouverts)
}
cases-to-assign-account = Donner les dossiers choisis à
cases-to-assign-cases = Dossiers
said-cases-assigned = Les dossiers sont donnés.

look-title = Un appel
look-back = Revenir à la file
look-by = pris par { $name }
look-take = Je l’examine
look-draft = Continuer ce brouillon
look-the-case = Ouvrir le dossier
similar-title = La personne est-elle déjà connue ?
similar-lead = Regardez avant d’ouvrir un dossier. Seuls les dossiers que vous pouvez ouvrir sont cherchés.
similar-none = Aucun de vos dossiers n’a le même numéro ou le même nom.
similar-open = Regarder { $case }
same-phone = même numéro
same-name = même nom
same-part_of_name = une partie du nom
same-search = trouvé avec vos mots
found-none = Rien n’a été trouvé.
find-button = Chercher
link-intake-case = Quel dossier ?
link-button = Mettre l’appel dans ce dossier
open-title = Ouvrir un dossier
open-button = Ouvrir un dossier
open-said-no = La personne n’a pas consenti à un dossier. Aucun dossier ne peut être ouvert.
case-from-intake-summary = De quoi il s’agit
    .hint = Si c’est vide, les réponses ci-dessus le disent.
case-from-intake-tags = Mots pour le retrouver
close-title = Il ne devient pas un dossier
close-button = Fermer
intake-closing-outcome = Comment il se termine
intake-closing-reason = Pourquoi
ending-case_opened = Un dossier a été ouvert
ending-linked = Mis dans un dossier
ending-answered = Une réponse a été donnée
ending-signposted = Quelqu’un d’autre a été indiqué
ending-not_reached = Personne n’a pu être joint
ending-duplicate = Il y est deux fois
ending-out_of_mandate = Nous ne pouvons pas aider pour cela
ending-declined = La personne ne le veut pas
ending-other = Autre chose
letters-title = Lettres
letters-none = Pas encore de lettre. La personne peut écrire avec son numéro.
letter-from-person = La personne
letter-new = nouvelle
letter-asks-erasure = La personne demande que tout soit effacé.
letter-button = Envoyer
new-letter-text = Écrire à la personne
    .hint = Court, et sans noms : quelqu’un d’autre peut regarder son écran.
said-letter-waits = La lettre attend la personne.
said-intake-taken = Vous l’examinez. Vos collègues le voient.
said-intake-closed = L’appel est fermé.
said-intake-linked = L’appel est maintenant dans ce dossier. Le dossier avait déjà un numéro, ou il n’y en avait pas ; le numéro de la personne qui a appelé ne l’ouvre pas.
said-intake-linked-receipt = L’appel est maintenant dans ce dossier, et le numéro de la personne qui a appelé ouvre ses lettres.
said-case-opened = Le dossier est ouvert.
