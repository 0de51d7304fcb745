faults-title = Une partie ne peut pas encore servir
fault-missing = remplissez ce champ
fault-empty = remplissez ce champ, ou écrivez un peu plus
fault-too_long = au plus { $limit } caractères
fault-too_many = { $limit ->
    [one] choisissez-en un au plus
    [many] choisissez-en { $limit } au plus
   *[other] choisissez-en { $limit } au plus
}
fault-too_few = choisissez-en au moins un
fault-out_of_range = ce nombre est trop grand ou trop petit
fault-wrong_type = ce n’est pas la forme demandée ici
fault-not_an_option = choisissez une des réponses
fault-bad_format = ce n’est pas écrit dans la forme demandée ici
fault-not_possible = ce n’est pas possible ici
fault-repeated = la même chose s’y trouve deux fois
fault-unknown_field = ceci ne peut pas être rempli ici
fault-not_understood = Une des réponses n’est pas possible ici.
fault-unreadable = Le formulaire n’a pas pu être lu. Réessayez.
fault-foreign = Ceci n’a pas été envoyé depuis une de nos pages.
fault-send_again = Vous vous êtes reconnecté depuis l’ouverture de cette page. Relisez-la et envoyez-la de nouveau.
fault-wrong_credentials = Cela ne va pas ensemble. Vérifiez et réessayez.
fault-wrong = ce n’est pas votre phrase secrète actuelle
fault-weak = elle peut être devinée : prenez six mots au hasard
fault-taken = déjà pris : choisissez-en un autre
fault-unknown_code = ce code n’est pas connu, ou il a déjà servi
fault-not_together = l’administration ne détient aucune clé et ne peut avoir d’autre rôle
fault-too_many_tries = Trop d’essais. Attendez { $limit } minutes.
fault-busy = Beaucoup de monde à la fois. Rien n’a été enregistré. Réessayez dans un instant.
fault-stale_revision = Quelqu’un a changé ceci entre-temps. Les deux textes sont ici. Si vous renvoyez le vôtre, il remplace l’autre.
fault-case_closed = Le dossier est fermé. Rouvrez-le avant de le changer.
fault-key_reused = Ce formulaire a déjà été envoyé avec d’autres mots. Ouvrez-le de nouveau.
fault-answer_gone = C’est déjà fait. La réponse ne peut plus être montrée.
fault-match_missing = Ouvrez le formulaire de nouveau : il ne dit pas de quelle version il s’agit.
stale-caption = Ce qui est enregistré, là où cela diffère de votre texte
stale-field = Champ
stale-saved = Enregistré
fault-unknown_time_zone = cette horloge n’est pas connue : écrivez un lieu comme Europe/Athens
fault-no_mail = ce serveur n’envoie pas de courriel : laissez l’adresse vide et remettez le code vous-même
fault-no_time = écrivez l’heure avec les minutes, comme 17:00
fault-too_many_names = 12 noms au plus, chacun de 200 lettres au plus
fault-too_many_tags = 20 mots au plus, chacun de 40 lettres au plus
fault-why_less_urgent = dites pourquoi le dossier est moins urgent qu’avant
fault-before_the_start = c’est avant le premier jour
fault-not_here = seule une orientation change ceci
fault-nothing_looked_for = Rien n’est encore répondu. Répondez à ce que vous avez cherché.
