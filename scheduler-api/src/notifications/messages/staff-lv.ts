export const staffLv = {
  'subject.asked': 'Tiesību pieprasījums gaida Jūsu lēmumu',
  'subject.decided': 'Lēmums par tiesībām',
  'subject.expiring': 'Tiesību termiņš drīz beigsies',
  'subject.withdrawn': 'Tiesības ir atņemtas',
  'subject.absent': 'Tiesības drīz tiks atņemtas, jo tās netiek lietotas',
  'subject.review-due': 'Jāpārskata darbinieku tiesības',
  'subject.second-factor-reset': 'Noņemta Jūsu kodu lietotne un piekļuves atslēgas',

  'lead.asked': '{asker} lūdz piešķirt tiesības. Lūdzu, apstipriniet pieprasījumu vai noraidiet to, norādot iemeslu.',
  'lead.approved': 'Tiesības ir piešķirtas.',
  'lead.refused': 'Tiesību pieprasījums ir noraidīts.',
  'lead.withdrawn-request': 'Tiesību pieprasījums ir atsaukts.',
  'lead.expired': 'Par tiesību pieprasījumu neviens laikus nav pieņēmis lēmumu, tāpēc tas vairs nav spēkā.',
  'lead.expiring': 'Tiesību termiņš drīz beigsies. Ja tiesības vajadzīgas arī turpmāk, lūdziet tās pagarināt.',
  'lead.withdrawn': 'Tiesības ir atņemtas un vairs nav spēkā.',
  'lead.absent':
    'Sistēmā ilgi neviens nav pierakstījies ar šo kontu, tāpēc pēc divām nedēļām tiesības tiks atņemtas. Lai tās saglabātu, pierakstieties sistēmā.',
  'lead.review-due': 'Lūdzu, pārskatiet darbinieku tiesības: kas līdz termiņam nebūs apstiprināts, tiks atņemts.',
  'lead.second-factor-reset':
    'Administrators ir noņēmis Jūsu kodu lietotni un piekļuves atslēgas. Pieslēdzieties ar paroli un iestatiet tās no jauna. Ja Jūs to nelūdzāt, nekavējoties sazinieties ar savas organizācijas administratoru.',

  holder: 'Darbinieks',
  role: 'Loma',
  organisation: 'Organizācija',
  until: 'Spēkā līdz',
  due: 'Termiņš',
  reason: 'Iemesls',
  open: 'Atvērt sistēmu',
  automatic: 'Šī ziņa nosūtīta automātiski; uz to nav jāatbild.',

  'role.clerk': 'kontaktpunkta darbinieks',
  'role.specialist': 'speciālists',
  'role.manager': 'vadītājs',
  'role.administrator': 'administrators',
  'role.auditor': 'auditors',
};
export type StaffMailMessages = typeof staffLv;
