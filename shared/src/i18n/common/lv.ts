/** Words that the shared components say themselves; Latvian's keys are the keys of every language. */
export const lv = {
  'button.pending': 'Lūdzu, uzgaidiet…',
  'dialog.close': 'Aizvērt',
  'field.optional': 'pēc izvēles',
  'select.placeholder': 'Izvēlieties',
  'language.label': 'Valoda',
  'steps.position': '{current}. solis no {total}',
  'notice.code': 'Kods: {code}',
  'notice.doing': 'Ko dara sistēma',
  'notice.todo': 'Ko varat darīt Jūs',
  'level.silent': 'Pagaidām neko nedzirdam',
  'level.quiet': 'Dzirdam klusi',
  'level.good': 'Dzirdam labi',
  'rating.1': 'Ļoti slikti',
  'rating.2': 'Slikti',
  'rating.3': 'Viduvēji',
  'rating.4': 'Labi',
  'rating.5': 'Ļoti labi',
  'quality.excellent': 'Savienojums ir ļoti labs',
  'quality.good': 'Savienojums ir labs',
  'quality.poor': 'Savienojums ir vājš',
  'quality.lost': 'Savienojums zudis',
  'video.cameraOff': 'Kamera ir izslēgta',
  'countdown.seconds':
    '{seconds, plural, zero {Atlikušas # sekundes} one {Atlikusi # sekunde} other {Atlikušas # sekundes}}',
  'shortcuts.title': 'Īsinājumtaustiņi',
  'shortcuts.switch': 'Izmantot īsinājumtaustiņus',
  'shortcuts.show': 'Parādīt šo sarakstu',
  'table.empty': 'Šeit pagaidām nekā nav',
  'time.about': 'apmēram {duration}',
} as const;

export type CommonMessages = Record<keyof typeof lv, string>;
