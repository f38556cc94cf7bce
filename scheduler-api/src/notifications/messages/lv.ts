/** What mail about appointments says; Latvian's keys are the keys of every language. */
export const lv = {
  'subject.confirmation': 'Pieraksts {when}',
  'subject.change': 'Pieraksts mainīts: tagad {when}',
  'subject.cancellation': 'Atcelts pieraksts {when}',
  'subject.reminder': 'Atgādinājums: pieraksts {when}',

  'greeting.name': 'Labdien, {name}!',
  greeting: 'Labdien!',
  'lead.confirmation': 'Jūsu pieraksts ir apstiprināts.',
  'lead.change': 'Jūsu pieraksts ir mainīts. Tagad tas ir šāds.',
  'lead.cancellation': 'Jūsu pieraksts ir atcelts.',
  'lead.cancelledForYou': 'Diemžēl Jūsu pierakstu nācās atcelt. Atvainojamies par neērtībām.',
  'lead.reminder': 'Atgādinām par Jūsu pierakstu.',

  when: 'Kad',
  'when.length': '{when} ({length})',
  service: 'Pakalpojums',
  institution: 'Iestāde',
  specialist: 'Speciālists',
  where: 'Kur',
  'where.telephone': 'Pa tālruni',
  bring: 'Kas jāņem līdzi',
  code: 'Pieraksta kods',

  'how.kiosk':
    'Lūdzu, ierodieties dažas minūtes agrāk un kioskā ievadiet pieraksta kodu. Ar speciālistu runāsiet videozvanā; kontaktpunkta darbinieks palīdzēs.',
  'how.telephone': 'Speciālists Jums piezvanīs uz tālruņa numuru, ko norādījāt.',
  'how.in-person': 'Lūdzu, ierodieties dažas minūtes agrāk un nosauciet darbiniekam pieraksta kodu.',

  manage: 'Mainīt vai atcelt pierakstu',
  'manage.why': 'Ja nevarat ierasties, lūdzu, atceliet pierakstu: šo laiku varēs izmantot kāds cits.',
  again: 'Pierakstīties citā laikā',
  automatic: 'Šī vēstule ir nosūtīta automātiski; uz to nav jāatbild.',

  'calendar.title': 'Pieraksts uz konsultāciju',
} as const;

export type MailMessages = Record<keyof typeof lv, string>;
