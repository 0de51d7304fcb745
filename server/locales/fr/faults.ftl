faults-title = Vérifiez ces réponses
fault-missing = remplissez ce champ
fault-empty = remplissez ce champ, ou écrivez un peu plus
fault-too_long = au plus { $limit } caractères
fault-too_many = { $limit ->
    [one] choisissez-en un au plus
   *[other] choisissez-en { $limit } au plus
}
fault-too_few = choisissez-en au moins un
fault-confirm_removal = { $limit ->
    [one] Il manque dans ce fichier une entrée que cet éditeur a ici. Elle serait archivée. Si c’est voulu, écrivez 1 et choisissez de nouveau le fichier.
   *[other] Il manque dans ce fichier { $limit } entrées que cet éditeur a ici. Elles seraient archivées. Si c’est voulu, écrivez { $limit } et choisissez de nouveau le fichier.
}
fault-bad_character = ceci contient un caractère qui ne peut pas être affiché
fault-too_early = c’est avant 1900
fault-out_of_range = ce nombre est trop grand ou trop petit
fault-wrong_type = ce n’est pas au bon format
fault-not_an_option = choisissez une des réponses
fault-bad_format = ce n’est pas au bon format
fault-not_possible = ce n’est pas possible ici
fault-repeated = ceci y est deux fois
fault-unknown_field = ce champ n’a pas sa place ici
fault-not_understood = Une des réponses n’est pas possible ici.
fault-unreadable = Le formulaire n’a pas pu être lu. Réessayez.
fault-foreign = Ceci n’a pas été envoyé depuis une de nos pages.
fault-send_again = Vous vous êtes connecté(e) de nouveau depuis l’ouverture de cette page. Relisez-la et renvoyez-la.
fault-wrong_credentials = Ces informations ne correspondent pas. Vérifiez-les et réessayez.
fault-wrong = ce n’est pas votre phrase secrète actuelle
fault-weak = c’est trop facile à deviner : prenez six mots au hasard
fault-weak_short = c’est trop court : au moins 12 caractères
fault-weak_slogan = c’est un slogan ou un dicton, qu’on essaie en premier : prenez les six mots au hasard
fault-weak_names = ce sont des noms, des dates ou des mots de votre organisation, qu’on essaie en premier : prenez les six mots au hasard
fault-weak_words = ce sont trop peu de mots, ou des mots très courants : prenez les six mots au hasard
fault-other_words = ce ne sont pas les mots des clés de cette personne. N’admettez personne. C’est consigné. Demandez encore une fois, lentement ; si rien ne change, prévenez la personne qui administre et une autre qui supervise
fault-taken = déjà pris : choisissez-en un autre
fault-unknown_code = ce code n’est pas connu, ou il a déjà servi
fault-not_together = l’administrateur ou l’administratrice ne détient aucune clé et ne peut avoir d’autre rôle
fault-too_many_tries = Trop d’essais. Attendez { $limit } minutes.
fault-busy = Le site est très sollicité. Rien n’a été enregistré. Réessayez dans un instant.
fault-stale_revision = Quelqu’un a changé ceci entre-temps. Les deux versions sont ici. Si vous renvoyez la vôtre, elle remplace l’autre.
fault-case_closed = Le dossier est fermé. Rouvrez-le avant de le changer.
fault-key_reused = Ce formulaire a déjà été envoyé avec d’autres mots. Ouvrez-le de nouveau.
fault-answer_gone = C’est déjà fait. Le résultat ne peut plus être montré.
fault-match_missing = Ouvrez le formulaire de nouveau : il ne dit pas quelle version il change.
stale-caption = Ce qui est enregistré, là où cela diffère de votre texte
stale-field = Champ
stale-saved = Enregistré
fault-unknown_time_zone = nous ne connaissons pas ce fuseau horaire : écrivez un lieu comme Europe/Athens
fault-no_mail = ce serveur n’envoie pas de courriel : laissez l’adresse vide et remettez le code vous-même
fault-no_time = écrivez l’heure avec les minutes, comme 17:00
fault-too_many_names = 12 noms au plus, chacun de 200 lettres au plus
fault-too_many_tags = 20 mots au plus, chacun de 40 lettres au plus
fault-why_less_urgent = dites pourquoi le dossier est moins urgent qu’avant
fault-before_the_start = c’est avant le premier jour
fault-not_here = seule l’orientation peut changer ceci
fault-never_without_consent = le statut migratoire, la famille, les papiers et les notes ne sont jamais partagés sans consentement : retirez-les
fault-nothing_looked_for = Rien n’a encore été répondu. Répondez à ce que vous avez vérifié.
fault-too_far = c’est loin d’aujourd’hui. Est-ce un autre calendrier ?
fault-too_long_ago = c’était il y a 120 ans ou plus. Est-ce un autre calendrier, ou manque-t-il des chiffres ?
