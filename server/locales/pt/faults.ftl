# What is wrong with a field.
faults-title = Verifique estas respostas
fault-missing = preencha isto
fault-empty = preencha isto, ou escreva um pouco mais
fault-too_long = isto pode ter no máximo { $limit } letras
fault-not_understood = Uma das respostas não é possível aqui.
fault-unreadable = Não foi possível ler o formulário. Tente de novo.
fault-foreign = Isto não foi enviado de uma página nossa.
fault-send_again = Voltou a entrar desde que esta página foi aberta. Veja-a outra vez e envie de novo.
fault-too_many_tries = Demasiadas tentativas. Espere { $limit } minutos.
fault-busy = O site está muito ocupado. Nada foi guardado. Tente outra vez daqui a pouco.
fault-key_reused = Este formulário já foi enviado com outras palavras. Abra-o de novo.
fault-answer_gone = Isto já foi feito. A resposta não pode ser mostrada outra vez.
