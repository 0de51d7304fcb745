trouble-not-found-title = Il n’y a rien ici
trouble-not-found-text = La page n’existe pas, ou elle n’est pas pour vous. Vérifiez l’adresse ou revenez en arrière.
trouble-lapsed-title = Votre connexion a pris fin
trouble-lapsed-text = Une connexion prend fin après 15 minutes sans activité, et après 10 heures en tout cas.
trouble-invalid-title = Ceci n’a pas pu être accepté
trouble-invalid-text = Quelque chose ne va pas. Rien n’a été enregistré. Revenez, rechargez la page et réessayez.
trouble-too-many-title = Trop d’essais
trouble-too-many-text = Il y a une pause, pour que personne ne puisse deviner.
trouble-busy-title = Un instant
trouble-busy-text = Le site est très sollicité. Rien n’a été enregistré. Réessayez dans un instant.
trouble-too-large-title = C’est trop grand
trouble-too-large-text = C’est plus que ce qui peut être envoyé en une fois. Rien n’a été enregistré.
trouble-too-slow-title = Cela n’est pas arrivé à temps
trouble-too-slow-text = La connexion était trop lente. Rien n’a été enregistré. Envoyez-le à nouveau.
trouble-unavailable-title = Pas disponible pour le moment
trouble-unavailable-text = Quelque chose dont ce site a besoin ne répond pas. Rien n’a été enregistré. Réessayez dans quelques minutes.
trouble-broken-title = Une panne
trouble-broken-text = C’est notre faute, pas la vôtre. Rien n’a été enregistré.
trouble-damaged-title = Ceci n’est pas fiable
trouble-damaged-text = Ce que la base de données contient à ce sujet ne concorde pas : un disque est défectueux, ou quelqu’un l’a modifié. Rien n’a été montré ni enregistré.
trouble-no-consent-title = Il n’y a pas de consentement pour ceci
trouble-no-consent-text = Demandez d’abord à la personne, et notez ce qu’elle accepte.
trouble-not-now-title = Ceci ne peut pas se faire maintenant
trouble-not-now-text = C’est déjà fait, ou quelque chose l’empêche. Regardez de nouveau.
trouble-stale-title = Changé entre-temps
trouble-stale-text = Quelqu’un l’a changé depuis que vous l’avez ouvert. Ouvrez-le de nouveau pour voir les deux versions.
trouble-wait = { $minutes ->
    [one] Réessayez dans une minute.
   *[other] Réessayez dans { $minutes } minutes.
}
trouble-reference = Donnez cette référence à la personne qui administre :
trouble-home = Aller à la page d’accueil
lapsed-kept-title = Ce que vous avez écrit n’est pas perdu
lapsed-kept-sign-in = Connectez-vous de nouveau. Un autre onglet s’ouvre ; revenez ensuite ici.
lapsed-kept-number = Tapez de nouveau votre numéro. Un autre onglet s’ouvre ; revenez ensuite ici.
lapsed-kept-send = Puis renvoyez ce que vous avez écrit.
lapsed-kept-button = Renvoyer
