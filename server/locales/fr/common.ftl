app-name = Amparo
skip-to-main = Aller à la partie principale de la page
language = Langue
menu = Menu
leave = Quitter vite
leave-shortcut = Met fin à votre connexion et quitte ce site. Appuyer trois fois sur Maj fait la même chose.
sign-in = Se connecter
sign-out = Se déconnecter
go-on = Continuer
cancel = Annuler
done = Terminé
save = Enregistrer
choose = Choisissez…
pages = Pages de cette liste
pages-next = Page suivante
answer-yes = Oui
answer-no = Non
answer-unknown = On ne sait pas
date-day = Jour
date-month = Mois
date-year = Année
list-comma = { ", " }
unchecked-label = À propos de cette traduction
unchecked = Cette page a été traduite par une machine et n’a été vérifiée par aucune personne.
english-instead = Cette page est pour les personnes qui aident et n’existe pas encore dans cette langue ({ $language }) : elle est donc en anglais.
foot-promise = Ce que vous écrivez ici est gardé scellé. Ce site ne demande rien à aucun autre.
passphrase-show = Montrer
passphrase-hide = Cacher
locked-now = Verrouillée
shown-once = Ceci n’est montré qu’une fois. Gardez-le avant de continuer.

when-in-minutes = { $count ->
    [0] maintenant
    [one] dans { $count } minute
   *[other] dans { $count } minutes
}
when-minutes-ago = { $count ->
    [0] à l’instant
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
when-in-hours = { $count ->
    [one] dans { $count } heure
   *[other] dans { $count } heures
}
when-hours-ago = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
}
when-in-days = { $count ->
    [one] dans { $count } jour
   *[other] dans { $count } jours
}
when-days-ago = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
}

priority-P1 = P1 TOUT DE SUITE
priority-P2 = P2 AUJOURD’HUI
priority-P3 = P3 CETTE SEMAINE
priority-P4 = P4 ORDINAIRE

role-volunteer = Bénévole de la ligne d’écoute
role-caseworker = Responsable de dossiers
role-supervisor = Superviseur/euse
role-coordinator = Coordinateur/trice
role-administrator = Administrateur/trice
role-auditor = Auditeur/trice
