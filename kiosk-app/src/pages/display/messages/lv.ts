/** What the waiting room's screen says; Latvian's keys are the keys of every language. */
export const lv = {
  'app.name': 'Rindas ekrāns',
  'app.language': 'Valoda',
  'called.title': 'Aicinām',
  'called.none': 'Lūdzu, gaidiet. Jūsu numurs parādīsies šeit.',
  'called.go': 'Dodieties pie: {kiosk}',
  'called.earlier': 'Aicināti iepriekš',
  'next.title': 'Nākamie',
  'next.none': 'Neviens negaida',
  'next.more': 'Rindā pavisam: {waiting}',
  'next.unknown': 'laiks nav zināms',
  'sound.allow': 'Ieslēgt skaņu',
  'sound.why': 'Pārlūks ļauj skaņu tikai pēc pieskāriena.',
  'away.words':
    'Savienojums pārtrūka. Redzamais ir no plkst. {time}. Mēģinām savienoties; klausieties darbinieka aicinājumu.',
  'starting.words': 'Savienojamies…',
  'link.title': 'Šī ekrāna saite nav derīga',
  'link.todo':
    'Darbiniekam: darba vietā pie rindas izveidojiet jaunu ekrāna saiti un atveriet to šeit. Vecā saite vairs nedarbojas.',
} as const;

export type Messages = Readonly<Record<keyof typeof lv, string>>;
