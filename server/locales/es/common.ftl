app-name = Amparo
skip-to-main = Ir a la parte principal de la página
language = Idioma
menu = Menú
leave = Salir ya
leave-shortcut = Cierra su sesión y sale de este sitio. Pulsar Mayús tres veces hace lo mismo.
sign-in = Entrar
sign-out = Cerrar la sesión
go-on = Seguir
cancel = Cancelar
done = Listo
save = Guardar
choose = Elija…
pages = Páginas de esta lista
pages-next = Página siguiente
answer-yes = Sí
answer-no = No
answer-unknown = No se sabe
date-day = Día
date-month = Mes
date-year = Año
list-comma = { ", " }
unchecked-label = Sobre esta traducción
unchecked = Esta página se tradujo con una máquina y nadie la ha revisado.
english-instead = Esta página es para quienes ayudan y todavía no existe en { $language }; por eso está en inglés.
foot-promise = Lo que escribe aquí se guarda sellado. Este sitio no pide nada a ningún otro.
passphrase-show = Mostrar
passphrase-hide = Ocultar
locked-now = Bloqueada
shown-once = Esto se muestra una sola vez. Guárdelo antes de seguir.

when-in-minutes = { $count ->
    [0] ahora
    [one] en { $count } minuto
   *[other] en { $count } minutos
}
when-minutes-ago = { $count ->
    [0] ahora mismo
    [one] hace { $count } minuto
   *[other] hace { $count } minutos
}
when-in-hours = { $count ->
    [one] en { $count } hora
   *[other] en { $count } horas
}
when-hours-ago = { $count ->
    [one] hace { $count } hora
   *[other] hace { $count } horas
}
when-in-days = { $count ->
    [one] en { $count } día
   *[other] en { $count } días
}
when-days-ago = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
}

priority-P1 = P1 AHORA
priority-P2 = P2 HOY
priority-P3 = P3 ESTA SEMANA
priority-P4 = P4 ORDINARIA

role-volunteer = Voluntaria/o de la línea
role-caseworker = Responsable de casos
role-supervisor = Supervisor/a
role-coordinator = Coordinador/a
role-administrator = Administrador/a
role-auditor = Auditor/a
