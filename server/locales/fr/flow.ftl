menu-flow = Parcours des orientations
    .about = Jusqu’où vont les orientations, en chiffres sans noms
flow-title = Parcours des orientations
flow-lead = Ce que votre organisation a envoyé depuis le début. Une orientation dont on a seulement accusé réception n’a encore aidé personne : c’est la dernière colonne qui compte.
flow-empty = Rien n’a encore été envoyé
    .next = Des chiffres apparaissent ici quand des responsables de dossiers ont envoyé des orientations.
flow-rates = Sur ce qui a été envoyé
flow-rate-acknowledged = Reçu
flow-rate-accepted = Accepté
flow-rate-known = Résultat connu
flow-percent = { $percent } sur 100
flow-too-few = Trop peu pour le dire
flow-by-partner = Par partenaire
flow-partner = Partenaire
flow-sent = Envoyées
flow-acknowledged = Reçues
flow-accepted = Acceptées
flow-known = Résultat connu
flow-all = En tout
flow-held = non dit
flow-rules = Pour qu’aucun chiffre ne parle d’une seule personne : ce qui est en dessous de onze est montré comme <11, tout le reste est arrondi à cinq et, là où un chiffre est petit, un second n’est pas dit non plus.
flow-held-back = { $count ->
    [0] Aucun chiffre n’est tu.
    [one] { $count } chiffre est tu.
    [many] { $count } de chiffres sont tus.
   *[other] { $count } chiffres sont tus.
}
flow-no-times = La durée de chaque étape est scellée dans les dossiers ; elle n’est donc pas comptée ici.
