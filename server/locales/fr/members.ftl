menu-members = Membres
    .about = Qui travaille ici, et ce qu’on peut demander à chacun
members-title = Membres
members-invite = Inviter quelqu’un
members-roles = Rôle
member-title = Membre
member-state = État
member-key = Registre
member-signs = signe le registre
member-signs-long = Signe le registre des clés. Seule une autre personne qui le signe aussi peut retirer ce compte.
member-roles-button = Changer son rôle
member-end = Mettre fin à ce compte
member-remove-about = Ce membre s’en va. Ceux qui détiennent les clés doivent ensuite les changer.
member-remove-link = Retirer ce membre…
member-remove-title = Retirer un membre
member-remove-lead = { $name } ne peut plus se connecter à partir de maintenant.
member-remove-first = Toutes ses connexions prennent fin aussitôt, et aucune clé en chemin n’arrive.
member-remove-second = Le nom reste dans le journal de ce qui a été fait.
member-remove-third = La supervision doit ensuite changer les clés des équipes. Jusque-là, elles le signalent.
member-remove-button = Retirer ce membre
member-reset-about = Pour qui a perdu sa phrase secrète et son code de secours. Le compte prend fin et vous invitez de nouveau.
member-reset-link = Réinitialiser ce compte…
member-reset-title = Réinitialiser un compte
member-reset-lead = Le compte de { $name } prend fin, et vous invitez de nouveau.
member-reset-first = Personne ne peut retrouver ce que cette phrase secrète protégeait : c’est voulu.
member-reset-second = Les dossiers restent dans l’équipe. Rien n’est perdu tant qu’un membre de l’équipe peut se connecter.
member-reset-third = Après la nouvelle invitation, quelqu’un de l’équipe doit de nouveau admettre ce membre.
member-reset-button = Réinitialiser ce compte
account-state-waiting = Attend d’être admis
account-state-active = Travaille
account-state-locked = Verrouillé jusqu’à la réinitialisation
account-state-removed = Parti
new-roles-roles = Le rôle de ce membre
    .hint = Les rôles disent ce qu’on peut demander à quelqu’un. Ils n’ouvrent aucun dossier : ce sont les clés des équipes qui le font.
reason-reason = Pourquoi
    .hint = En quelques mots, sans le nom d’aucune personne que nous aidons. Votre audit le lit.
said-roles-changed = Le rôle de ce membre est changé.
said-member-removed = Le compte a pris fin. Dites-le à la supervision : les clés des équipes doivent être changées.
said-member-reset = Le compte a pris fin. Invitez maintenant de nouveau.

menu-invitations = Invitations
    .about = Demander à quelqu’un de rejoindre l’équipe
invitations-title = Invitations
invitations-lead = Qui a un code peut entrer. Remettez-le donc vous-même : sur papier, face à face, ou par une voie en laquelle vous avez tous deux confiance.
invitations-open = Pas encore utilisées
invitations-empty = Aucune invitation n’est ouverte
    .next = Faites-en une ci-dessous.
invitation-new = Nouvelle invitation
invitation-until = Jusqu’au
invitation-until-day = utilisable jusqu’au { $day }
invitation-withdraw = Retirer
invitation-button = Faire l’invitation
new-invitation-roles = Le rôle de la nouvelle personne
    .hint = L’administration ne détient aucune clé : elle ne fait donc rien d’autre.
new-invitation-note = Note pour votre liste
    .hint = Chaque personne choisit elle-même son nom. Un prénom suffit ici.
new-invitation-days = Nombre de jours d’utilisation
    .hint = De 1 à 30 ; 7 si vous laissez vide.
new-invitation-mail = Envoyer aussi le code à cette adresse électronique
    .hint = Le message ne nomme personne. Un courriel peut être lu en chemin : mieux vaut le remettre vous-même.
invitation-made = L’invitation est faite
invitation-code = Code
invitation-code-text = Notez-le ou montrez-le. Il ne peut plus être montré ; s’il est perdu, retirez l’invitation et faites-en une autre.
invitation-mailed = Le code a aussi été envoyé par courriel.
invitation-words = Douze mots à comparer
invitation-words-text = La nouvelle personne voit douze mots en arrivant. Ce doivent être ceux-ci. Si l’un diffère, quelqu’un est au milieu : arrêtez et dites-le à votre supervision.
invitation-next = Ensuite, la supervision doit admettre la nouvelle personne.
said-invitation-withdrawn = L’invitation est retirée. Son code n’ouvre rien.

menu-teams = Équipes
    .about = Qui travaille ensemble, et qui détient quelles clés
teams-title = Équipes
teams-lead = Une équipe partage la clé de ses dossiers. Qui en fait partie peut les ouvrir ; les autres ne le peuvent pas.
teams-empty = Il n’y a pas encore d’équipe
    .next = Les petites équipes sont plus sûres : si une phrase secrète est perdue, seuls les dossiers de cette équipe sont à portée.
teams-standing = Groupes permanents
teams-standing-text = Ils suivent le rôle de chacun : qui est admis reçoit leurs clés.
team-title = Équipe
team-make = Créer une équipe
team-members = { $count ->
    [one] { $count } membre
    [many] { $count } de membres
   *[other] { $count } membres
}
team-members-title = Membres de cette équipe
team-yours = vous en faites partie
team-not-held = Vous ne détenez pas cette clé. Seule une personne de la supervision qui en fait partie peut faire entrer d’autres.
team-rotation-due = La clé doit être changée
team-rotation-text = Quelqu’un a quitté l’organisation et a peut-être encore cette clé. Avec une nouvelle clé, ce qui a été gardé n’ouvre plus rien.
team-rotation-link = La clé de cette équipe
team-leave = Faire sortir
team-leave-title = Faire sortir quelqu’un de l’équipe
team-leave-lead = { $name } n’ouvrira plus les dossiers de cette équipe.
team-leave-first = L’équipe reçoit une nouvelle clé, et chaque dossier qu’elle peut ouvrir aussi.
team-leave-second = Ce qui a été lu avant reste lu.
team-leave-third = Avec beaucoup de dossiers, cela peut prendre une minute. Ne fermez pas la page.
team-leave-button = Faire sortir et changer la clé
team-join = Faire entrer dans l’équipe
new-team-label = Nom d’une nouvelle équipe
    .hint = Il est gardé scellé. Ne lui donnez pas le nom d’une personne que vous aidez.
team-join-account = Faire entrer un ou une collègue
rotation-title = La clé de l’équipe
rotation-lead = Une nouvelle clé met les dossiers hors de portée de qui est parti.
rotation-epoch = Clés jusqu’ici
rotation-left = Dossiers encore sous une clé antérieure
rotation-left-text = { $count ->
    [one] { $count } dossier est resté en arrière, car quelqu’un y travaillait.
    [many] { $count } de dossiers sont restés en arrière, car quelqu’un y travaillait.
   *[other] { $count } dossiers sont restés en arrière, car quelqu’un y travaillait.
}
rotation-finish = Les changer maintenant
rotation-text = Une nouvelle clé pour l’équipe et pour chaque dossier qu’elle peut ouvrir. Avec beaucoup de dossiers, cela peut prendre une minute.
rotation-button = Faire une nouvelle clé
said-team-made = L’équipe est créée. Vous en êtes le premier membre.
said-team-joined = L’entrée est faite. Les clés sont en chemin.
said-team-left = La sortie est faite. La clé de l’équipe et celles de ses dossiers sont changées.
said-team-rotated = La clé de l’équipe et celles de ses dossiers sont changées.

menu-partners = Partenaires
    .about = Avec qui il y a un accord, et de qui les mots ont été comparés
partners-title = Partenaires
partners-lead = Avant de pouvoir envoyer quoi que ce soit à un partenaire, il faut deux choses : les douze mots de sa clé, comparés de vive voix, et un accord.
partner = Organisation
partner-own = c’est nous
partner-kind = Type
partner-country = Pays
partner-words = Mots
partner-compared = Comparés
partner-not-compared = Pas encore comparés
partner-compared-long = Comparés, et la clé est toujours la même.
partner-not-compared-long = Pas encore comparés, ou la clé a changé depuis. Rien ne peut y être envoyé.
partner-agreement = Accord
partner-authority = C’est une autorité. Rien n’est jamais partagé avec elle.
agreement-yes = Accord conclu
agreement-until = Accord jusqu’au { $day }
agreement-over = Terminé le { $day }
agreement-no = Aucun
compare-title = Comparer les mots
compare-call = Appelez quelqu’un que vous connaissez là-bas, à un numéro que vous aviez déjà. Pas à un numéro que montre ce site.
compare-read = Lisez-lui vos douze mots :
compare-ours = Nos douze mots
compare-type = Faites-vous lire les leurs et tapez ce que vous entendez. Ils ne sont pas montrés ici, pour que personne ne puisse cocher les yeux fermés.
compare-button = Comparer
words-heard-fingerprint = Les douze mots que vous avez entendus
    .hint = Dans l’ordre, séparés par des espaces.
agree-title = Accord d’orientation
agree-text = Ce que les deux organisations se sont promis au sujet des personnes qu’elles partagent : écrit et signé en dehors de ce site.
new-agreement-agreed = Il y a un accord
new-agreement-until = Son dernier jour
    .hint = Vide s’il n’a pas de fin.
said-words-compared = Les mots sont les mêmes. Ce qui y est envoyé n’atteint plus personne d’autre.
said-agreement-noted = L’accord est noté.
said-agreement-ended = Il n’y a plus d’accord. Rien de nouveau n’y est envoyé.

fault-not_the_same = Ce ne sont pas les mots de la clé de cette organisation. Ne lui envoyez rien, et cherchez qui est au milieu.

menu-languages = Langues
    .about = Quelles phrases une personne a vérifiées
languages-title = Comment nos langues ont été vérifiées
languages-lead = Chaque phrase a d’abord été écrite en anglais. Une machine a fait la première traduction ; des personnes qui parlent la langue la vérifient phrase par phrase.
languages-critical = { $count ->
    [one] { $count } phrase dont dépend la sécurité de quelqu’un est montrée en anglais jusqu’à ce qu’une personne l’ait vérifiée.
    [many] { $count } de phrases dont dépend la sécurité de quelqu’un sont montrées en anglais jusqu’à ce qu’une personne les ait vérifiées.
   *[other] { $count } phrases dont dépend la sécurité de quelqu’un sont montrées en anglais jusqu’à ce qu’une personne les ait vérifiées.
}
languages-language = Langue
languages-machine = Une machine seulement
languages-reviewed = Vérifiées par une personne
languages-double = Vérifiées par deux
languages-stale = L’anglais a changé depuis
languages-missing = Manquantes : montrées en anglais
languages-safety = Phrases de sécurité en anglais
languages-share = Vérifié
languages-share-of = { $checked } sur { $all }
languages-source = Toutes les phrases sont d’abord écrites dans cette langue.
language-lead = Ce que personne n’a vérifié tel quel. Quelqu’un qui parle la langue lit les deux colonnes et dit à qui s’occupe de ce site ce qu’il faut changer.
language-empty = Chaque phrase est vérifiée
    .next = Quand l’anglais change, ce qu’il faut revoir apparaît ici.
language-english = Anglais
language-translated = Traduction
language-state = État
language-critical = montrée en anglais jusqu’à ce qu’une personne l’ait vérifiée

# What the server gave up.
undone-title = Pas fait
undone-lead = Le serveur a essayé ces choses encore et encore, puis y a renoncé. Rien ne se passe jusqu’à ce que vous décidiez.
undone-empty = Tout a été fait
    .next = Ce que le serveur n’arrive pas à faire, comme envoyer un message électronique, apparaît ici après des essais pendant presque une journée.
undone-notice = { $count ->
    [one] Le serveur a renoncé à { $count } chose qu’il devait faire pour vous. Le dernier essai date du { $day }.
    [many] Le serveur a renoncé à { $count } de choses qu’il devait faire pour vous. Le dernier essai date du { $day }.
   *[other] Le serveur a renoncé à { $count } choses qu’il devait faire pour vous. Le dernier essai date du { $day }.
}
undone-link = Voir pourquoi, et que faire
undone-what = Quoi
undone-why = Pourquoi, et que faire
undone-attempts = Essais
undone-last = Dernier essai
undone-acts = Ce que vous pouvez faire
undone-retry = Essayer à nouveau
undone-discard = Abandonner
undone-kind-send_mail = Un message électronique n’a pas pu être envoyé
undone-kind-tell_inbox = L’équipe n’a pas été prévenue par message qu’une orientation attend
undone-kind-expire_referral = Une orientation restée sans réponse n’a pas été close
undone-kind-sharing_stopped = Quelqu’un a cessé de partager, et tous les partenaires n’ont pas été prévenus
undone-kind-report_erased = Quelqu’un a effacé un signalement, et tout n’a pas disparu
undone-kind-expire_draft = Un ancien brouillon n’a pas été supprimé
undone-kind-note_failed_sign_in = Une connexion manquée n’a pas été inscrite au registre
undone-why-refused = Le serveur de messagerie l’a refusé.
undone-why-timed_out = Le serveur de messagerie n’a pas répondu à temps.
undone-why-tls = Il n’y a pas eu de connexion sûre avec le serveur de messagerie.
undone-why-unreachable = Le serveur de messagerie n’a pas pu être joint.
undone-why-rejected_address = Le serveur de messagerie ne connaît pas l’adresse.
undone-why-settings = Les réglages de ce serveur ne le permettent pas.
undone-why-interrupted = Le serveur s’est arrêté au milieu, à chaque fois.
undone-why-broken = Ce serveur a fait une erreur.
undone-todo-refused = Demandez à la personne qui gère ce serveur de regarder les réglages de la messagerie. Puis essayez à nouveau.
undone-todo-timed_out = Demandez à la personne qui gère ce serveur si le serveur de messagerie marche. Puis essayez à nouveau.
undone-todo-tls = Demandez à la personne qui gère ce serveur de regarder le certificat du serveur de messagerie. Puis essayez à nouveau.
undone-todo-unreachable = Demandez à la personne qui gère ce serveur si le serveur de messagerie marche. Puis essayez à nouveau.
undone-todo-rejected_address = Abandonnez-le. Invitez à nouveau avec la bonne adresse, ou demandez aux membres de regarder l’adresse qu’ils ont donnée.
undone-todo-settings = Demandez à la personne qui gère ce serveur de regarder les réglages de la messagerie. Puis essayez à nouveau.
undone-todo-interrupted = Prévenez la personne qui gère ce serveur. Puis essayez à nouveau.
undone-todo-broken = Prévenez la personne qui gère ce serveur : son journal en dit plus. Puis essayez à nouveau.
said-undone-tried = C’est essayé à nouveau dans quelques secondes. Si cela échoue encore, c’est dit ici après presque une journée.
said-undone-discarded = C’est abandonné. Ce qui devait être fait ne l’est pas.
