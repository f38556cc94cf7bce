import type { ConnectionMessages } from './lv.ts';

export const uk = {
  'calendar-connections.connected': 'Підключені календарі',
  'calendar-connections.not-read': 'Не вдалося прочитати список календарів',
  'calendar-connections.none': 'Жоден календар не підключено',
  'calendar-connections.none.help':
    'Підключіть календар, яким користуєтеся деінде, і зайнятий у ньому час не пропонуватиметься для запису.',
  'calendar-connections.state.good': 'Прочитано',
  'calendar-connections.state.bad': 'Не вдається прочитати',
  'calendar-connections.checked':
    '{count, plural, one {# зайнятий проміжок} few {# зайняті проміжки} many {# зайнятих проміжків} other {# зайнятого проміжку}}, прочитано {at}',
  'calendar-connections.known-since':
    'Поки діє прочитане {at}: {count, plural, one {# зайнятий проміжок} few {# зайняті проміжки} many {# зайнятих проміжків} other {# зайнятого проміжку}}',
  'calendar-connections.problem.unreachable': 'Сервер календаря не відповідає. Перевірте адресу або спробуйте пізніше.',
  'calendar-connections.problem.refused':
    'Сервер календаря не дозволяє читати. Перевірте адресу, ім’я користувача й пароль.',
  'calendar-connections.problem.not-a-calendar':
    'За цією адресою немає календаря, який можна прочитати. Скопіюйте адресу з налаштувань свого календаря.',
  'calendar-connections.problem.too-large': 'Календар завеликий. Підключіть календар із меншою кількістю записів.',
  'calendar-connections.problem.too-slow': 'Сервер календаря відповідає надто повільно. Спробуйте пізніше.',
  'calendar-connections.problem.address-not-allowed':
    'Із цієї адреси календарі читати не дозволено. Зверніться до адміністратора своєї установи.',
  'calendar-connections.disconnect': 'Відключити',
  'calendar-connections.disconnect.question':
    'Відключити цей календар? Зайнятий у ньому час знову пропонуватиметься для запису.',
  'calendar-connections.disconnect.no': 'Залишити',
  'calendar-connections.disconnect.failed': 'Не вдалося відключити календар',
  'calendar-connections.connect': 'Підключити календар',
  'calendar-connections.connect.help': 'Читається лише зайнятий час. Назви записів і учасники тут не зберігаються.',
  'calendar-connections.kind': 'Як можна прочитати календар',
  'calendar-connections.kind.icalendar': 'За посиланням (iCalendar)',
  'calendar-connections.kind.caldav': 'З ім’ям користувача й паролем (CalDAV)',
  'calendar-connections.address': 'Адреса календаря',
  'calendar-connections.address.icalendar':
    'Секретне посилання з налаштувань календаря; зазвичай воно закінчується на .ics',
  'calendar-connections.address.caldav': 'Адреса одного календаря, а не всього сервера',
  'calendar-connections.address.wrong': 'Введіть адресу, що починається з https://',
  'calendar-connections.username': 'Ім’я користувача',
  'calendar-connections.username.missing': 'Введіть ім’я користувача',
  'calendar-connections.password': 'Пароль',
  'calendar-connections.password.help': 'Якщо Ваш календар дозволяє, створіть окремий пароль лише для цього.',
  'calendar-connections.connect.submit': 'Підключити',
  'calendar-connections.connect.reading': 'Календар читається…',
  'calendar-connections.connect.failed': 'Не вдалося підключити календар',
  'calendar-connections.connect.done': 'Календар підключено',
  'calendar-connections.feed': 'Ваші записи в іншому календарі',
  'calendar-connections.feed.help':
    'Підпишіться на цю адресу в календарі, яким користуєтеся деінде, і побачите там свої записи без імен жителів.',
  'calendar-connections.feed.create': 'Створити адресу',
  'calendar-connections.feed.again': 'Створити нову адресу',
  'calendar-connections.feed.failed': 'Не вдалося створити адресу',
  'calendar-connections.feed.address': 'Особиста адреса',
  'calendar-connections.feed.once': 'Її видно лише зараз. Нікому її не показуйте. Попередня адреса більше не діє.',
  'calendar-connections.feed.copy': 'Копіювати',
  'calendar-connections.feed.copied': 'Скопійовано',
} satisfies ConnectionMessages;
