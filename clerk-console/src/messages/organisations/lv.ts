/** The tree of organisations. */
export const lv = {
  'administration.organisations': 'Organizācijas',
  'organisation-kind.municipality': 'Pašvaldība',
  'organisation-kind.institution': 'Iestāde',
  'organisation-kind.enterprise': 'Uzņēmums',
  'organisation-kind.unit': 'Struktūrvienība',
  'organisations.help':
    'Kas pārvalda organizāciju, pārvalda arī visu, kas ir zem tās. Citu organizāciju dati nevienam šeit nav redzami.',
  'organisations.staff': '{count, plural, zero {# darbinieku} one {# darbinieks} other {# darbinieki}}',
  'organisations.institutions':
    '{count, plural, zero {# iestāžu katalogā} one {# iestāde katalogā} other {# iestādes katalogā}}',
  'organisations.contact-point': 'Kontaktpunkts',
  'organisations.add': 'Pievienot zem tās',
  'organisations.add.below': 'Pievienot zem „{name}”',
  'organisations.add.means':
    'Kas pārvalda augstāko organizāciju, uzreiz pārvaldīs arī šo. Savus pārvaldītājus tai var piešķirt sadaļā „Tiesības”.',
  'organisations.rename': 'Mainīt nosaukumu',
  'organisations.rename.title': 'Mainīt nosaukumu: {name}',
  'organisations.kind': 'Veids',
  'organisations.name.missing': 'Ierakstiet nosaukumu',
  'organisations.save': 'Saglabāt',
  'organisations.failed': 'Neizdevās saglabāt',
} as const;
