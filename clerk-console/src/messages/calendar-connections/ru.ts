import type { ConnectionMessages } from './lv.ts';

export const ru = {
  'calendar-connections.connected': 'Подключённые календари',
  'calendar-connections.not-read': 'Не удалось прочитать список календарей',
  'calendar-connections.none': 'Ни один календарь не подключён',
  'calendar-connections.none.help':
    'Подключите календарь, которым пользуетесь в другом месте, и занятое в нём время не будет предлагаться для записи.',
  'calendar-connections.state.good': 'Прочитан',
  'calendar-connections.state.bad': 'Не удаётся прочитать',
  'calendar-connections.checked':
    '{count, plural, one {# занятый промежуток} few {# занятых промежутка} many {# занятых промежутков} other {# занятого промежутка}}, прочитано {at}',
  'calendar-connections.known-since':
    'Пока действует прочитанное {at}: {count, plural, one {# занятый промежуток} few {# занятых промежутка} many {# занятых промежутков} other {# занятого промежутка}}',
  'calendar-connections.problem.unreachable':
    'Сервер календаря не отвечает. Проверьте адрес или повторите попытку позже.',
  'calendar-connections.problem.refused':
    'Сервер календаря не разрешает чтение. Проверьте адрес, имя пользователя и пароль.',
  'calendar-connections.problem.not-a-calendar':
    'По этому адресу нет календаря, который можно прочитать. Скопируйте адрес из настроек своего календаря.',
  'calendar-connections.problem.too-large': 'Календарь слишком большой. Подключите календарь с меньшим числом записей.',
  'calendar-connections.problem.too-slow': 'Сервер календаря отвечает слишком медленно. Повторите попытку позже.',
  'calendar-connections.problem.address-not-allowed':
    'С этого адреса календари читать нельзя. Обратитесь к администратору своего учреждения.',
  'calendar-connections.disconnect': 'Отключить',
  'calendar-connections.disconnect.question':
    'Отключить этот календарь? Занятое в нём время снова будет предлагаться для записи.',
  'calendar-connections.disconnect.no': 'Оставить',
  'calendar-connections.disconnect.failed': 'Не удалось отключить календарь',
  'calendar-connections.connect': 'Подключить календарь',
  'calendar-connections.connect.help': 'Читается только занятое время. Названия записей и участники здесь не хранятся.',
  'calendar-connections.kind': 'Как можно прочитать календарь',
  'calendar-connections.kind.icalendar': 'По ссылке (iCalendar)',
  'calendar-connections.kind.caldav': 'С именем пользователя и паролем (CalDAV)',
  'calendar-connections.address': 'Адрес календаря',
  'calendar-connections.address.icalendar': 'Секретная ссылка из настроек календаря; обычно она заканчивается на .ics',
  'calendar-connections.address.caldav': 'Адрес одного календаря, а не всего сервера',
  'calendar-connections.address.wrong': 'Введите адрес, который начинается с https://',
  'calendar-connections.username': 'Имя пользователя',
  'calendar-connections.username.missing': 'Введите имя пользователя',
  'calendar-connections.password': 'Пароль',
  'calendar-connections.password.help': 'Если Ваш календарь позволяет, создайте отдельный пароль только для этой цели.',
  'calendar-connections.connect.submit': 'Подключить',
  'calendar-connections.connect.reading': 'Календарь читается…',
  'calendar-connections.connect.failed': 'Не удалось подключить календарь',
  'calendar-connections.connect.done': 'Календарь подключён',
  'calendar-connections.feed': 'Ваши записи в другом календаре',
  'calendar-connections.feed.help':
    'Подпишитесь на этот адрес в календаре, которым пользуетесь в другом месте, и увидите там свои записи без имён жителей.',
  'calendar-connections.feed.create': 'Создать адрес',
  'calendar-connections.feed.again': 'Создать новый адрес',
  'calendar-connections.feed.failed': 'Не удалось создать адрес',
  'calendar-connections.feed.address': 'Личный адрес',
  'calendar-connections.feed.once':
    'Виден только сейчас. Никому его не показывайте. Прежний адрес больше не действует.',
  'calendar-connections.feed.copy': 'Копировать',
  'calendar-connections.feed.copied': 'Скопировано',
} satisfies ConnectionMessages;
