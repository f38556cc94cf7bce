import type { lv } from './lv.ts';

export const uk = {
  'administration.organisations': 'Організації',
  'organisation-kind.municipality': 'Самоврядування',
  'organisation-kind.institution': 'Установа',
  'organisation-kind.enterprise': 'Підприємство',
  'organisation-kind.unit': 'Структурний підрозділ',
  'organisations.help':
    'Хто керує організацією, керує й усім, що нижче неї. Дані інших організацій тут нікому не видно.',
  'organisations.staff':
    '{count, plural, one {# працівник} few {# працівники} many {# працівників} other {# працівника}}',
  'organisations.institutions':
    '{count, plural, one {# установа в каталозі} few {# установи в каталозі} many {# установ у каталозі} other {# установи в каталозі}}',
  'organisations.contact-point': 'Контактний пункт',
  'organisations.add': 'Додати нижче',
  'organisations.add.below': 'Додати нижче «{name}»',
  'organisations.add.means':
    'Хто керує вищою організацією, одразу керує й цією. Власних керівників їй можна надати в розділі «Права».',
  'organisations.rename': 'Змінити назву',
  'organisations.rename.title': 'Змінити назву: {name}',
  'organisations.kind': 'Вид',
  'organisations.name.missing': 'Введіть назву',
  'organisations.save': 'Зберегти',
  'organisations.failed': 'Не вдалося зберегти',
} satisfies Record<keyof typeof lv, string>;
