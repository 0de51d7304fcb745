# Pages about what did not work.
trouble-not-found-title = Não há nada aqui
trouble-not-found-text = A página não existe, ou não é para si. Verifique o endereço ou volte atrás.
trouble-lapsed-title = A sua sessão terminou
trouble-lapsed-text = Uma sessão termina após 15 minutos sem atividade e, em todo o caso, ao fim de 10 horas.
trouble-invalid-title = Isto não pôde ser aceite
trouble-invalid-text = Há algo que não está certo. Nada foi guardado. Volte atrás, recarregue a página e tente outra vez.
trouble-too-many-title = Demasiadas tentativas
trouble-too-many-text = Para que outros não adivinhem, há agora uma pausa.
trouble-busy-title = Um momento
trouble-busy-text = O site está muito ocupado. Nada foi guardado. Tente outra vez daqui a pouco.
trouble-too-large-title = Isto é grande demais
trouble-too-large-text = É mais do que se pode enviar de uma vez. Nada foi guardado.
trouble-too-slow-title = Isto não chegou a tempo
trouble-too-slow-text = A ligação era lenta demais. Nada foi guardado. Envie de novo.
trouble-unavailable-title = Não disponível agora
trouble-unavailable-text = Algo de que este site precisa não responde. Nada foi guardado. Tente de novo daqui a alguns minutos.
trouble-broken-title = Algo se avariou
trouble-broken-text = A culpa é nossa, não sua. Nada foi guardado.
trouble-damaged-title = Isto não merece confiança
trouble-damaged-text = O que a base de dados tem sobre isto não bate certo: um disco está avariado, ou alguém o alterou. Nada foi mostrado nem guardado.
trouble-not-now-title = Isto não pode ser feito agora
trouble-not-now-text = Já foi feito, ou algo o impede. Veja outra vez.
trouble-wait = { $minutes ->
    [one] Tente de novo daqui a { $minutes } minuto.
   *[other] Tente de novo daqui a { $minutes } minutos.
}
trouble-reference = Dê esta referência ao seu administrador:
trouble-home = Ir para a página inicial
lapsed-kept-title = O que escreveu não se perdeu
lapsed-kept-number = Escreva o seu número outra vez. Abre-se um novo separador; depois volte a este.
lapsed-kept-send = Depois envie outra vez o que escreveu.
lapsed-kept-button = Enviar outra vez
