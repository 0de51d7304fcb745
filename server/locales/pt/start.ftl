# The start page and leaving.
start-title = Ajuda para pessoas migrantes e refugiadas
start-lead = O Amparo guarda selado o que conta às pessoas que dão ajuda, e leva-o a quem pode ajudar.
start-person-title = Deram-me um número
start-person-text = Veja o que acontece a seguir, escreva a quem lhe dá ajuda, ou pare de partilhar. Não precisa de nome nem de e-mail.
start-person-button = Escrever o meu número
start-staff-title = Eu ajudo pessoas
start-staff-text = Para linhas de apoio, abrigos, apoio jurídico, clínicas, sindicatos e organizações parceiras.
start-join = Recebi um convite para participar
start-languages = Outras línguas
start-safety-title = Se alguém olhar por cima do seu ombro
start-safety-leave = “Sair agora”, no cimo de cada página, tira-lhe esta página da frente de imediato.
start-safety-history = O histórico do navegador continua a mostrar que esteve aqui. Uma janela privada não guarda histórico.
start-safety-asked = Ninguém do Amparo lhe pedirá alguma vez o seu número ou a sua frase-passe.
gone-title = Nova página
gone-link = Procurar alguma coisa
translations-title = Como as nossas línguas foram verificadas
translations-lead = Escrevemos em inglês. As outras línguas são traduções, e isto é o que pessoas já verificaram.
translations-machine-about = O que só uma máquina traduziu está assinalado no cimo da página.
translations-withheld = { $count ->
    [one] { $count } frase de que depende a segurança de alguém aparece em inglês até uma pessoa a verificar.
   *[other] { $count } frases de que depende a segurança de alguém aparecem em inglês até uma pessoa as verificar.
}
translations-nowhere = O que as pessoas nos contam nunca é enviado a um serviço de tradução.
translations-caption = Frases por língua
translations-pages = Páginas
translations-scope-all = Todas
translations-scope-person = Para pessoas com um número
translations-machine = Só máquina
translations-reviewed = Verificado por uma pessoa
translations-double = Verificado por duas pessoas
translations-old = O inglês mudou depois
translations-missing = Por traduzir
translations-help = Fala bem uma destas línguas? Diga à organização que gere este site.
