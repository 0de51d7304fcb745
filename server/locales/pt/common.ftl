# Words of every page.
app-name = Amparo
list-comma = { ", " }
skip-to-main = Ir para a parte principal da página
language = Língua
leave = Sair agora
leave-shortcut = Termina a sua sessão e sai deste site. Carregar três vezes em Shift faz o mesmo.
sign-in = Entrar
pages = Páginas desta lista
pages-next = Página seguinte
unchecked-label = Sobre esta tradução
unchecked = Uma máquina traduziu esta página e nenhuma pessoa a verificou.
foot-promise = O que escreve aqui fica guardado e selado. Este site não pede nada a nenhum outro site.
