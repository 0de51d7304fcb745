start-title = De l’aide pour les personnes migrantes et réfugiées
start-lead = Amparo garde scellé ce que vous dites aux personnes qui vous aident, et le transmet à qui peut aider.
start-person-title = On m’a donné un numéro
start-person-text = Voyez la suite, écrivez aux personnes qui vous aident, ou arrêtez le partage. Ni nom ni adresse électronique ne sont nécessaires.
start-person-button = Entrer mon numéro
start-staff-title = J’aide des personnes
start-staff-text = Pour les lignes d’écoute, les centres d’hébergement, l’aide juridique, les cliniques, les syndicats et les organisations partenaires.
start-join = J’ai reçu une invitation
start-languages = Autres langues
start-safety-title = Si quelqu’un regarde votre écran
start-safety-leave = « Quitter vite », en haut de chaque page, vous emmène aussitôt ailleurs.
start-safety-history = L’historique de votre navigateur montre toujours que vous étiez ici. Une fenêtre privée ne garde pas d’historique.
start-safety-asked = Personne d’Amparo ne vous demandera jamais votre numéro ni votre phrase secrète.
home-title = Votre journée
home-waiting-title = Votre équipe doit encore vous admettre
home-waiting-text = Quelqu’un de votre équipe doit vous admettre avant que vous puissiez voir quoi que ce soit. Dites que vous avez rejoint l’équipe.
menu-more = Plus
menu-me = Mon compte
    .about = Phrase secrète, second facteur, code de secours, connexions
gone-title = Nouvelle page
gone-link = Chercher quelque chose
said-signed-out = Votre connexion est fermée.
said-locked = Cette page s’est verrouillée car personne ne s’en servait. Connectez-vous pour continuer.

translations-title = Comment nos langues ont été vérifiées
translations-lead = Nous écrivons en anglais. Les autres langues sont des traductions, et voici jusqu’où des personnes les ont vérifiées.
translations-machine-about = Une page que seule une machine a traduite le dit en haut.
translations-withheld = { $count ->
    [one] { $count } phrase dont dépend la sécurité de quelqu’un est montrée en anglais jusqu’à ce qu’une personne l’ait vérifiée.
   *[other] { $count } phrases dont dépend la sécurité de quelqu’un sont montrées en anglais jusqu’à ce qu’une personne les ait vérifiées.
}
translations-nowhere = Ce que les personnes nous disent n’est jamais envoyé à un service de traduction.
translations-caption = Phrases par langue
translations-pages = Pages
translations-scope-all = Toutes
translations-scope-person = Pour les personnes avec un numéro
translations-machine = Une machine seulement
translations-reviewed = Vérifiées par une personne
translations-double = Vérifiées par deux personnes
translations-old = L’anglais a changé depuis
translations-missing = Pas traduites
translations-help = Vous parlez bien une de ces langues ? Dites-le à l’organisation qui tient ce site.
