/** Words of a specialist's other calendars; Latvian's keys are the keys of every language. */
export const lv = {
  'calendar-connections.connected': 'Pievienotie kalendāri',
  'calendar-connections.not-read': 'Kalendāru sarakstu neizdevās nolasīt',
  'calendar-connections.none': 'Neviens kalendārs nav pievienots',
  'calendar-connections.none.help':
    'Pievienojiet kalendāru, ko lietojat citur, un tajā aizņemtos laikus pierakstam nepiedāvās.',
  'calendar-connections.state.good': 'Nolasīts',
  'calendar-connections.state.bad': 'Neizdodas nolasīt',
  'calendar-connections.checked':
    '{count, plural, zero {# aizņemtu laiku} one {# aizņemts laiks} other {# aizņemti laiki}}, nolasīts {at}',
  'calendar-connections.known-since':
    'Spēkā paliek tas, kas nolasīts {at}: {count, plural, zero {# aizņemtu laiku} one {# aizņemts laiks} other {# aizņemti laiki}}',
  'calendar-connections.problem.unreachable': 'Kalendāra serveris neatbild. Pārbaudiet adresi vai mēģiniet vēlāk.',
  'calendar-connections.problem.refused':
    'Kalendāra serveris neļauj lasīt. Pārbaudiet adresi, lietotājvārdu un paroli.',
  'calendar-connections.problem.not-a-calendar':
    'Šajā adresē nav kalendāra, ko var nolasīt. Nokopējiet adresi no sava kalendāra iestatījumiem.',
  'calendar-connections.problem.too-large': 'Kalendārs ir pārāk liels. Pievienojiet tādu, kurā ir mazāk ierakstu.',
  'calendar-connections.problem.too-slow': 'Kalendāra serveris atbild pārāk lēni. Mēģiniet vēlāk.',
  'calendar-connections.problem.address-not-allowed':
    'No šīs adreses kalendārus lasīt nav atļauts. Jautājiet savas iestādes administratoram.',
  'calendar-connections.disconnect': 'Atvienot',
  'calendar-connections.disconnect.question': 'Atvienot šo kalendāru? Tajā aizņemtos laikus atkal piedāvās pierakstam.',
  'calendar-connections.disconnect.no': 'Paturēt',
  'calendar-connections.disconnect.failed': 'Kalendāru neizdevās atvienot',
  'calendar-connections.connect': 'Pievienot kalendāru',
  'calendar-connections.connect.help':
    'Nolasa tikai aizņemtos laikus. Ierakstu nosaukumus un dalībniekus šeit neglabā.',
  'calendar-connections.kind': 'Kā kalendāru var nolasīt',
  'calendar-connections.kind.icalendar': 'Ar saiti (iCalendar)',
  'calendar-connections.kind.caldav': 'Ar lietotājvārdu un paroli (CalDAV)',
  'calendar-connections.address': 'Kalendāra adrese',
  'calendar-connections.address.icalendar': 'Slepenā saite no kalendāra iestatījumiem; parasti tā beidzas ar .ics',
  'calendar-connections.address.caldav': 'Viena kalendāra adrese, nevis visa servera',
  'calendar-connections.address.wrong': 'Ievadiet adresi, kas sākas ar https://',
  'calendar-connections.username': 'Lietotājvārds',
  'calendar-connections.username.missing': 'Ievadiet lietotājvārdu',
  'calendar-connections.password': 'Parole',
  'calendar-connections.password.help': 'Ja Jūsu kalendārs to ļauj, izveidojiet atsevišķu paroli tikai šim nolūkam.',
  'calendar-connections.connect.submit': 'Pievienot',
  'calendar-connections.connect.reading': 'Nolasa kalendāru…',
  'calendar-connections.connect.failed': 'Kalendāru neizdevās pievienot',
  'calendar-connections.connect.done': 'Kalendārs ir pievienots',
  'calendar-connections.feed': 'Jūsu pieraksti citā kalendārā',
  'calendar-connections.feed.help':
    'Abonējiet šo adresi kalendārā, ko lietojat citur, un tur redzēsiet savus pierakstus bez iedzīvotāju vārdiem.',
  'calendar-connections.feed.create': 'Izveidot adresi',
  'calendar-connections.feed.again': 'Izveidot jaunu adresi',
  'calendar-connections.feed.failed': 'Adresi neizdevās izveidot',
  'calendar-connections.feed.address': 'Privātā adrese',
  'calendar-connections.feed.once': 'Redzama tikai tagad. Nerādiet to nevienam. Iepriekšējā adrese vairs nedarbojas.',
  'calendar-connections.feed.copy': 'Kopēt',
  'calendar-connections.feed.copied': 'Nokopēts',
} as const;

export type ConnectionMessages = Record<keyof typeof lv, string>;
