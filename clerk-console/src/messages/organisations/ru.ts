import type { lv } from './lv.ts';

export const ru = {
  'administration.organisations': 'Организации',
  'organisation-kind.municipality': 'Самоуправление',
  'organisation-kind.institution': 'Учреждение',
  'organisation-kind.enterprise': 'Предприятие',
  'organisation-kind.unit': 'Структурное подразделение',
  'organisations.help':
    'Кто управляет организацией, управляет и всем, что ниже неё. Данные других организаций здесь никому не видны.',
  'organisations.staff':
    '{count, plural, one {# сотрудник} few {# сотрудника} many {# сотрудников} other {# сотрудника}}',
  'organisations.institutions':
    '{count, plural, one {# учреждение в каталоге} few {# учреждения в каталоге} many {# учреждений в каталоге} other {# учреждения в каталоге}}',
  'organisations.contact-point': 'Контактный пункт',
  'organisations.add': 'Добавить ниже',
  'organisations.add.below': 'Добавить ниже «{name}»',
  'organisations.add.means':
    'Кто управляет вышестоящей организацией, сразу управляет и этой. Своих управляющих ей можно дать в разделе «Права».',
  'organisations.rename': 'Изменить название',
  'organisations.rename.title': 'Изменить название: {name}',
  'organisations.kind': 'Вид',
  'organisations.name.missing': 'Введите название',
  'organisations.save': 'Сохранить',
  'organisations.failed': 'Не удалось сохранить',
} satisfies Record<keyof typeof lv, string>;
