# Pages about what did not work.
trouble-not-found-title = Тут нічого немає
trouble-not-found-text = Такої сторінки немає, або вона не для вас. Перевірте адресу чи поверніться.
trouble-lapsed-title = Ваш вхід завершився
trouble-lapsed-text = Вхід завершується після 15 хвилин без дій, а в будь-якому разі через 10 годин.
trouble-invalid-title = Це не вдалося прийняти
trouble-invalid-text = Щось тут не так. Нічого не збережено. Поверніться, відкрийте сторінку заново і спробуйте ще раз.
trouble-too-many-title = Забагато спроб
trouble-too-many-text = Щоб інші не могли вгадувати, зараз пауза.
trouble-busy-title = Хвилинку
trouble-busy-text = Сайт зараз дуже перевантажений. Нічого не збережено. Спробуйте трохи згодом.
trouble-too-large-title = Це завелике
trouble-too-large-text = Це більше, ніж можна надіслати за раз. Нічого не збережено.
trouble-too-slow-title = Це не надійшло вчасно
trouble-too-slow-text = З’єднання було надто повільним. Нічого не збережено. Надішліть ще раз.
trouble-unavailable-title = Зараз недоступно
trouble-unavailable-text = Щось, що потрібне цьому сайту, недоступне. Нічого не збережено. Спробуйте за кілька хвилин.
trouble-broken-title = Щось зламалося
trouble-broken-text = Це наша вина, не ваша. Нічого не збережено.
trouble-damaged-title = Цьому не можна вірити
trouble-damaged-text = Те, що про це є в базі даних, не сходиться: несправний диск, або хтось це змінив. Нічого не показано й не збережено.
trouble-not-now-title = Зараз цього не можна зробити
trouble-not-now-text = Це вже зроблено, або щось цьому заважає. Погляньте ще раз.
trouble-wait = { $minutes ->
    [one] Спробуйте знову через { $minutes } хвилину.
    [few] Спробуйте знову через { $minutes } хвилини.
    [many] Спробуйте знову через { $minutes } хвилин.
   *[other] Спробуйте знову через { $minutes } хвилини.
}
trouble-reference = Назвіть адміністратору цей код:
trouble-home = На початкову сторінку
lapsed-kept-title = Написане вами не втрачено
lapsed-kept-number = Введіть свій номер знову. Відкриється нова вкладка; потім поверніться сюди.
lapsed-kept-send = Потім надішліть написане ще раз.
lapsed-kept-button = Надіслати ще раз
