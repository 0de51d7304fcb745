menu-flow = Résultats des orientations
    .about = Combien d’orientations ont servi, en chiffres sans noms
flow-title = Résultats des orientations
flow-lead = Tout ce que votre organisation a envoyé jusqu’ici. Une orientation seulement reçue n’a encore aidé personne : c’est la dernière colonne qui compte.
flow-empty = Rien n’a encore été envoyé
    .next = Des chiffres apparaissent ici quand des responsables de dossiers ont envoyé des orientations.
flow-rates = Sur ce qui a été envoyé
flow-rate-acknowledged = Reçues
flow-rate-accepted = Acceptées
flow-rate-known = Résultat connu
flow-percent = { $percent } sur 100
flow-too-few = Trop peu pour le dire
flow-by-partner = Par partenaire
flow-partner = Partenaire
flow-sent = Envoyées
flow-acknowledged = Reçues
flow-accepted = Acceptées
flow-known = Résultat connu
flow-all = Total
flow-held = masqué
flow-rules = Pour qu’aucun chiffre ne trahisse une personne : ce qui est en dessous de onze est montré comme <11, tout le reste est arrondi à cinq et, là où un chiffre est petit, un second est masqué aussi.
flow-held-back = { $count ->
    [0] Aucun chiffre n’est masqué.
    [one] { $count } chiffre est masqué.
   *[other] { $count } chiffres sont masqués.
}
flow-no-times = La durée de chaque étape est scellée à l’intérieur des dossiers ; elle n’est donc pas comptée ici.
