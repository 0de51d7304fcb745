menu-intake = Nouvel appel
    .about = Prendre un appel, une visite ou un message
menu-contacts = Aujourd’hui
    .about = Ce qui a été noté aujourd’hui, sans le contenu
menu-queue = File d’attente
    .about = Les appels en attente, les plus urgents d’abord
call-title = Nouvel appel
call-keys = Alt et 1 à 6 mènent à une partie. Il faut seulement dire comment le contact s’est terminé ; tout le reste peut rester sur « On ne sait pas ».
call-1 = La personne qui appelle est-elle en sécurité ?
call-2 = Langue et lieu
call-3 = De quoi la personne a-t-elle besoin ?
call-4 = Ce que la personne accepte
call-5 = Qui, et comment la joindre
call-6 = Notes et fin
call-so-far = Jusqu’ici :
call-do-now = À faire tout de suite :
call-do-now-text = Restez en ligne. Demandez qui peut entendre la personne et où elle est. Prévenez la personne qui supervise pendant que vous parlez. N’appelez la police ou une ambulance que si la personne est d’accord.
call-danger_now = En danger maintenant ?
call-detained = En rétention ou en détention ?
call-removal = Jour de l’éloignement ou de l’expulsion
call-removal_time = Heure locale là-bas
call-removal_feared = Éloignement redouté, jour inconnu ?
call-urgent_medical = Besoin de soins médicaux maintenant ?
call-under_18 = Moins de 18 ans ?
call-pregnant_or_with_children = Enceinte, ou avec des enfants ?
call-safe_to_call_back = Rappeler est-il sans danger ?
call-phone = Numéro
    .hint = Avec + et l’indicatif du pays
call-how = Comment appeler sans danger ?
call-language = Langue à parler
call-interpreter = Interprète
call-citizen_of = Nationalité (jamais nécessaire pour recevoir de l’aide)
call-now_in = Pays où elle se trouve
call-town = Ville, camp ou lieu de rétention
call-needs = Besoins
call-read-aloud = Lisez ceci à voix haute :
call-script = Vous n’êtes pas obligé(e) de donner votre nom. Nous notons ce que vous nous dites pour que quelqu’un puisse vous aider. C’est gardé scellé, et seules les personnes qui aident ici peuvent le lire. Nous ne donnons jamais rien à la police, à l’immigration ni à un consulat. Si une autre organisation peut aider, nous pouvons lui donner votre nom, comment vous joindre, où vous êtes et ce qu’il vous faut, mais seulement si vous dites oui. Vous pouvez arrêter à tout moment. Pouvons-nous garder un dossier sur vous ? Pouvons-nous partager quelque chose, et avec qui ?
call-consent_file = Accepte qu’un dossier soit gardé ?
call-consent_share = Peut être partagé avec
call-explained_by = Qui l’a expliqué
call-name_to_use = Nom à utiliser
    .hint = Comme la personne le dit. Laissez vide si elle préfère ne pas le donner.
call-caller_is = Qui appelle
call-when = Quand peut-on la joindre ?
call-code_word = Que dire pour qu’on sache que c’est nous
call-voicemail = Peut-on laisser un message ?
call-notes = Notes
call-outcome = Comment le contact s’est terminé
call-channel = Par quel moyen la personne nous a contactés
call-raise_to = Plus urgent qu’il n’y paraît ?
call-raise_reason = Pourquoi est-ce plus urgent ?
call-no_receipt = Ne pas donner de numéro : il serait dangereux pour la personne d’en garder un
call-needs-none = Aucun besoin noté
call-keep = Enregistrer le brouillon
call-hand-over = Remettre
call-saved = Brouillon enregistré
call-saved-at = Brouillon enregistré { $when }
call-not-saved = NON enregistré depuis
call-not-yet-saved = Le serveur le scelle à l’arrivée. Une fois remis, vous ne pouvez plus l’ouvrir.
call-log-title = Rien à écrire ? Notez-le d’un clic :
call-discard-title = Inutile ?
call-discard = Supprimer le brouillon
drafts-title = { $count ->
    [one] Vous avez un brouillon
   *[other] Vous avez { $count } brouillons
}
drafts-kept = Un brouillon est supprimé 12 heures après avoir été commencé. Personne d’autre ne peut l’ouvrir.
drafts-of = Continuer le brouillon de { $when }
said-draft-kept = Le brouillon est enregistré.
said-draft-discarded = Le brouillon est supprimé.
said-contact-logged = Le contact est noté.

outcome-help_wanted = Demande de l’aide
outcome-information_only = Une question, avec réponse
outcome-wrong_number = Erreur de numéro
outcome-silent = Personne n’a parlé
outcome-spam = Plaisanterie ou publicité
outcome-update = Du nouveau sur un appel ou un dossier connu
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
explained-interpreter = Interprète
explained-not_possible = Ce n’était pas possible
caller-the_person = La personne
caller-family = Un membre de la famille
caller-other = Quelqu’un d’autre
intake-state-draft = Brouillon
intake-state-waiting = En attente
intake-state-taken = En cours d’examen
intake-state-closed = Fermé

reason-danger_now = Quelqu’un est en danger maintenant.
reason-urgent_medical = Quelqu’un a besoin de soins médicaux maintenant.
reason-child_detained = Un enfant est retenu ou détenu.
reason-detained = Quelqu’un est retenu ou détenu.
reason-under_18 = La personne a moins de 18 ans.
reason-pregnant_or_with_children = La personne est enceinte ou accompagnée d’enfants.
reason-removal_feared = La personne craint un éloignement ; le jour n’est pas connu.
reason-removal_passed = Le jour de l’éloignement est passé : cherchez ce qui est arrivé.
reason-removal_72_hours = L’éloignement est prévu d’ici 72 heures.
reason-removal_14_days = L’éloignement est prévu d’ici 14 jours.
reason-removal_known = Un jour d’éloignement est connu.
reason-pressing_need = La personne a besoin d’une aide juridique, de soins, d’un hébergement ou de protection.
reason-not_asked = Aucune des premières questions n’a reçu de réponse : ne pas savoir ne veut pas dire non.
reason-raised = Marqué comme plus urgent par la personne qui a pris l’appel : { $why }

fault-bad_phone = ce n’est pas un numéro qu’on peut appeler : commencez par + et l’indicatif du pays
fault-bad_date = ce jour n’existe pas : remplissez le jour, le mois et l’année
fault-bad_time = écrivez l’heure comme 06:10
fault-lowered = c’est déjà plus urgent que cela : vous pouvez seulement le rendre plus urgent

handed-over-title = Remis
handed-over-lead = Votre équipe le voit maintenant. Vous ne pouvez plus l’ouvrir.
handed-over-no-number = Il n’y a pas de numéro : il serait dangereux pour la personne d’en garder un.
handed-over-next = Appel suivant
number-title = Le numéro pour revenir
number-read = Lisez-le trois chiffres à la fois, et faites une pause après chaque groupe.
number-back = Demandez à la personne de vous le relire, et tapez ce que vous entendez.
number-once = Il n’est montré que cette fois et n’est gardé nulle part. Personne ne peut le retrouver plus tard.
number-typed-back = Ce que vous entendez
number-typed-back-hint = Cela reste sur cette page et n’est envoyé nulle part.
number-right = C’est le même : les 18 chiffres sont justes.
number-not-yet = Ce n’est pas encore le même.
number-unsafe-title = Dangereux à garder ?
number-unsafe = Si quelqu’un pouvait trouver le numéro sur la personne, ne le lui donnez pas. Il n’y a rien d’autre à faire : personne ne peut s’en servir sans le connaître.
number-print = L’impression donne un papier avec le numéro et rien d’autre. Désactivez les en-têtes et pieds de page dans la fenêtre d’impression.

contacts-title = Aujourd’hui
contacts-in-all = { $count ->
    [one] { $count } contact a été noté aujourd’hui.
   *[other] { $count } contacts ont été notés aujourd’hui.
}
contacts-none = Rien n’a encore été noté aujourd’hui
    .next = Le jour commence à minuit UTC.
contacts-sealed = Ce qui a été dit est scellé pour l’équipe qui examine les appels. Ici vous voyez seulement combien il y en a eu.
contacts-at = Heure
contacts-outcome = Contact
contacts-state = État
contacts-by = Pris par

queue-title = File d’attente
queue-late = { $count ->
    [one] Un appel à traiter TOUT DE SUITE attend depuis plus de { $minutes } minutes.
   *[other] { $count } appels à traiter TOUT DE SUITE attendent depuis plus de { $minutes } minutes.
}
queue-waiting = { $count ->
    [0] Aucun appel en attente
    [one] Un appel en attente
   *[other] { $count } appels en attente
}
queue-none = Tous les appels ont été examinés
    .next = Les nouveaux apparaissent ici, les plus urgents d’abord.
queue-priority = Urgence
queue-what = Besoins
queue-language = Langue
queue-place = Où
queue-since = Depuis
queue-state = État
queue-too-long = Plus de { $minutes } minutes
queue-taken-by = { $name } s’en occupe
queue-letters = { $count ->
    [one] { $count } message non lu
   *[other] { $count } messages non lus
}
needs-not-said = Pas encore connu
intake-unverified = Nous ne savons pas qui a signé ceci
intake-unverified-text = Le registre ne connaît pas la personne qui l’a écrit, ou la signature n’est pas la sienne. Le contenu n’est pas montré. Prévenez la personne qui administre.
unassigned-title = { $count ->
    [0] Tous les dossiers sont attribués
    [one] Un dossier n’est pas attribué
   *[other] { $count } dossiers ne sont pas attribués
}
unassigned-none = Rien à attribuer
    .next = Les dossiers dont personne ne s’occupe apparaissent ici.
unassigned-case = Dossier
unassigned-choose = Choisir
unassigned-open = Ouvrir
unassigned-opened = Ouvert
unassigned-suggested = Proposition
unassigned-nobody = Pas de proposition
unassigned-to = Attribuer les dossiers choisis à
unassigned-as-suggested = la personne proposée pour chacun
unassigned-give = Attribuer
worker-option = { $open ->
    [one] { $name } ({ $open } dossier ouvert)
   *[other] { $name } ({ $open } dossiers ouverts)
}
cases-to-assign-account = Attribuer les dossiers choisis à
cases-to-assign-cases = Dossiers
said-cases-assigned = Les dossiers sont attribués.

look-title = Un appel
look-back = Revenir à la file d’attente
look-by = pris par { $name }
look-take = Je m’en occupe
look-draft = Continuer ce brouillon
look-the-case = Ouvrir le dossier
similar-title = Connaissons-nous déjà cette personne ?
similar-lead = Vérifiez avant d’ouvrir un dossier. La recherche ne porte que sur les dossiers que vous pouvez ouvrir.
similar-none = Aucun de vos dossiers n’a le même numéro ou le même nom.
similar-open = Ouvrir { $case }
same-phone = même numéro
same-name = même nom
same-part_of_name = une partie du nom
same-search = trouvé par votre recherche
found-none = Rien trouvé.
find-button = Chercher
link-intake-case = Quel dossier ?
link-button = Ajouter l’appel à ce dossier
open-title = Ouvrir un dossier
open-button = Ouvrir un dossier
open-said-no = La personne n’a pas accepté qu’un dossier soit gardé : aucun dossier ne peut être ouvert.
case-from-intake-summary = De quoi il s’agit
    .hint = Si vous laissez vide, les réponses ci-dessus sont utilisées.
case-from-intake-tags = Étiquettes
close-title = Pas de dossier
close-button = Fermer
intake-closing-outcome = Comment il s’est terminé
intake-closing-reason = Pourquoi
ending-case_opened = Un dossier a été ouvert
ending-linked = Ajouté à un dossier
ending-answered = Question avec réponse
ending-signposted = Orientation vers un autre lieu d’aide
ending-not_reached = Impossible de joindre quelqu’un
ending-duplicate = Déjà dans la file
ending-out_of_mandate = Nous ne pouvons pas aider pour cela
ending-declined = La personne ne veut pas d’aide
ending-other = Autre chose
letters-title = Messages
letters-none = Pas encore de message. La personne peut écrire avec son numéro.
letter-from-person = La personne
letter-new = nouveau
letter-asks-erasure = La personne demande que nous effacions tout.
letter-button = Envoyer
new-letter-text = Écrire à la personne
    .hint = Court, et sans noms : quelqu’un d’autre peut le voir.
said-letter-waits = Le message est prêt. La personne le verra la prochaine fois qu’elle entrera son numéro.
said-intake-taken = Vous vous en occupez. Vos collègues le voient.
said-intake-closed = L’appel est fermé.
said-intake-linked = L’appel a été ajouté à ce dossier. Le dossier avait déjà un numéro, ou aucun n’a été donné à la personne qui a appelé ; son numéro n’ouvre pas ce dossier.
said-intake-linked-receipt = L’appel a été ajouté à ce dossier, et le numéro de la personne qui a appelé ouvre ses messages.
said-case-opened = Le dossier est ouvert.

call-whose = À qui est le téléphone ?
case-of-intake-case = Quel dossier ?
confirm-button = Voir ce qui changerait
confirm-title = Ajouter l’appel à un dossier
confirm-back = Retour à l’appel
confirm-closed = Ce dossier est clos. Il est rouvert quand vous ajoutez l’appel.
confirm-becomes = Ceci entre dans le dossier
confirm-nothing-lost = Le dossier ne peut que devenir plus urgent, et de deux règles de contact la plus stricte s’applique. Rien de connu n’est écrasé.
confirm-receipt-apart = Le dossier a son propre numéro. Celui de l’appelant reste à part et n’ouvre rien de ce dossier.
confirm-reopen-button = Rouvrir le dossier et ajouter l’appel
link-intake-own_receipt = Le numéro remis est celui de la personne elle-même. Il ouvrira les messages de ce dossier.
case-from-intake-own_receipt = Le numéro remis est celui de la personne, pas de l’appelant. Il ouvrira les messages de ce dossier.
became-priority_raised = Plus urgent
became-contact_stricter = La règle de contact devient plus stricte
became-contact_noted = Quelque chose sur le contact s’ajoute à ce qui est connu
became-channel_added = Un nouveau numéro ou moyen de contact
became-stay_new = La personne est détenue
became-stay_moved = La personne est détenue ailleurs ; la détention précédente prend fin
became-removal_new = Un éloignement est prévu
became-removal_changed = L’éloignement a un autre jour ou une autre heure
became-need_new = Un nouveau besoin
became-need_raised = Un besoin est plus urgent
became-person_changed = Quelque chose sur la personne s’ajoute
became-place_changed = Où se trouve la personne
became-consent_noted = Ce qui a été accepté
became-timeline = Ce qui a été dit, dans la chronologie
call-receipt_anyway = Donner un numéro bien que la personne appelle de détention : il n’est pas lu à voix haute, mais remis par écrit
handed-over-recorded = Il n’y a pas de numéro. Les appels de détention sont souvent enregistrés, et qui entend le numéro peut lire les messages de la personne et les effacer. Donnez-en un par écrit ou lors d’une visite, depuis le dossier.
