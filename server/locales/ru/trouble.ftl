# Pages about what did not work.
trouble-not-found-title = Здесь ничего нет
trouble-not-found-text = Такой страницы нет, или она не для вас. Проверьте адрес или вернитесь.
trouble-lapsed-title = Ваш вход закончился
trouble-lapsed-text = Вход заканчивается после 15 минут без действий, а в любом случае через 10 часов.
trouble-invalid-title = Это не удалось принять
trouble-invalid-text = Что-то здесь не так. Ничего не сохранено. Вернитесь, откройте страницу заново и попробуйте ещё раз.
trouble-too-many-title = Слишком много попыток
trouble-too-many-text = Чтобы другие не могли угадывать, сейчас пауза.
trouble-busy-title = Минуту
trouble-busy-text = Сайт сейчас очень загружен. Ничего не сохранено. Попробуйте чуть позже.
trouble-too-large-title = Это слишком большое
trouble-too-large-text = Это больше, чем можно отправить за раз. Ничего не сохранено.
trouble-too-slow-title = Это не пришло вовремя
trouble-too-slow-text = Связь была слишком медленной. Ничего не сохранено. Отправьте ещё раз.
trouble-unavailable-title = Сейчас недоступно
trouble-unavailable-text = Что-то, что нужно этому сайту, недоступно. Ничего не сохранено. Попробуйте через несколько минут.
trouble-broken-title = Что-то сломалось
trouble-broken-text = Это наша вина, не ваша. Ничего не сохранено.
trouble-damaged-title = Этому нельзя верить
trouble-damaged-text = То, что об этом есть в базе данных, не сходится: неисправен диск, или кто-то это изменил. Ничего не показано и не сохранено.
trouble-not-now-title = Сейчас это нельзя сделать
trouble-not-now-text = Это уже сделано, или что-то этому мешает. Посмотрите ещё раз.
trouble-wait = { $minutes ->
    [one] Попробуйте снова через { $minutes } минуту.
    [few] Попробуйте снова через { $minutes } минуты.
    [many] Попробуйте снова через { $minutes } минут.
   *[other] Попробуйте снова через { $minutes } минуты.
}
trouble-reference = Назовите администратору этот код:
trouble-home = На начальную страницу
lapsed-kept-title = Написанное вами не потеряно
lapsed-kept-number = Введите свой номер снова. Откроется новая вкладка; потом вернитесь сюда.
lapsed-kept-send = Потом отправьте написанное ещё раз.
lapsed-kept-button = Отправить ещё раз
