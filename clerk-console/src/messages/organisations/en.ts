import type { lv } from './lv.ts';

export const en = {
  'administration.organisations': 'Organisations',
  'organisation-kind.municipality': 'Municipality',
  'organisation-kind.institution': 'Institution',
  'organisation-kind.enterprise': 'Enterprise',
  'organisation-kind.unit': 'Unit',
  'organisations.help':
    'Whoever manages an organisation manages all that is below it. Nobody here sees the data of other organisations.',
  'organisations.staff': '{count, plural, one {# member of staff} other {# staff}}',
  'organisations.institutions':
    '{count, plural, one {# institution in the catalogue} other {# institutions in the catalogue}}',
  'organisations.contact-point': 'Contact point',
  'organisations.add': 'Add below it',
  'organisations.add.below': 'Add below “{name}”',
  'organisations.add.means':
    'Whoever manages the organisation above manages this one at once. It can get managers of its own under “Rights”.',
  'organisations.rename': 'Change the name',
  'organisations.rename.title': 'Change the name: {name}',
  'organisations.kind': 'Kind',
  'organisations.name.missing': 'Type a name',
  'organisations.save': 'Save',
  'organisations.failed': 'It could not be saved',
} satisfies Record<keyof typeof lv, string>;
