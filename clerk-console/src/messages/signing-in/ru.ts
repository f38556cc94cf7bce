import type { lv } from './lv.ts';

export const ru = {
  'sign-in.title': 'Вход',
  'sign-in.for-whom': 'Для специалистов и сотрудников контактных пунктов',
  'sign-in.username': 'Имя пользователя',
  'sign-in.password': 'Пароль',
  'sign-in.username.missing': 'Введите имя пользователя',
  'sign-in.password.missing': 'Введите пароль',
  'sign-in.submit': 'Войти',
  'sign-in.help': 'Если не удаётся войти, обратитесь к администратору своего учреждения.',
  'sign-in.wrong': 'Неверное имя пользователя или пароль',
  'sign-in.wrong.todo': 'Проверьте, не включён ли Caps Lock, и введите пароль ещё раз.',
  'sign-in.limited': 'Слишком много попыток',
  'sign-in.limited.wait':
    'Попробуйте снова через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}.',
  'sign-in.limited.again': 'Теперь можно попробовать снова.',
  'sign-in.away': 'Сервер сейчас не отвечает',
  'sign-in.away.todo': 'Проверьте подключение к интернету и попробуйте чуть позже.',

  'post.specialist': 'Специалист',
  'post.clerk': 'Сотрудник контактного пункта',
  'post.office': 'Сотрудник учреждения',

  'welcome.title': 'У Вас пока нет прав',
  'welcome.why':
    '{name}, Вы вошли, но в организации «{organisation}» Вам ещё не предоставлены права, поэтому здесь пока нечего показать.',
  'welcome.how':
    'Права можно запросить здесь. Запрос рассмотрит руководитель Вашей организации, ответ придёт по электронной почте.',
  'welcome.ask': 'Запросить права',
} satisfies Record<keyof typeof lv, string>;
