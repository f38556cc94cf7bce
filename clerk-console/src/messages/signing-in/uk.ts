import type { lv } from './lv.ts';

export const uk = {
  'sign-in.title': 'Вхід',
  'sign-in.for-whom': 'Для спеціалістів і працівників контактних пунктів',
  'sign-in.username': 'Ім’я користувача',
  'sign-in.password': 'Пароль',
  'sign-in.username.missing': 'Введіть ім’я користувача',
  'sign-in.password.missing': 'Введіть пароль',
  'sign-in.submit': 'Увійти',
  'sign-in.help': 'Якщо не вдається увійти, зверніться до адміністратора своєї установи.',
  'sign-in.wrong': 'Неправильне ім’я користувача або пароль',
  'sign-in.wrong.todo': 'Перевірте, чи не ввімкнено Caps Lock, і введіть пароль ще раз.',
  'sign-in.limited': 'Забагато спроб',
  'sign-in.limited.wait':
    'Спробуйте знову через {seconds, plural, one {# секунду} few {# секунди} many {# секунд} other {# секунди}}.',
  'sign-in.limited.again': 'Тепер можна спробувати знову.',
  'sign-in.away': 'Сервер зараз не відповідає',
  'sign-in.away.todo': 'Перевірте підключення до інтернету і спробуйте трохи згодом.',

  'post.specialist': 'Спеціаліст',
  'post.clerk': 'Працівник контактного пункту',
  'post.office': 'Працівник установи',

  'welcome.title': 'У Вас ще немає прав',
  'welcome.why':
    '{name}, Ви увійшли, але в організації «{organisation}» Вам ще не надано прав, тому тут поки нічого показати.',
  'welcome.how':
    'Права можна попросити тут. Запит розгляне керівник Вашої організації, відповідь надійде електронною поштою.',
  'welcome.ask': 'Попросити права',
} satisfies Record<keyof typeof lv, string>;
