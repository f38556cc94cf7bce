import type { Permission } from '@remote-clerk/shared/contracts/permissions.ts';

/** What each permission lets its holder do, as the end of "ļauj …". */
export const lv = {
  'permission.session.own': 'redzēt un beigt savas sesijas, mainīt to, kā pieslēdzas, un pieprasīt tiesības',
  'permission.kiosk.use': 'rādīt kioska ekrānus: pakalpojumus, konsultāciju un palīdzību',
  'permission.consultation.ask': 'kioskā lūgt konsultāciju, to atstāt un novērtēt',
  'permission.consultation.take-part': 'piedalīties savā konsultācijā un rakstīt tās tērzēšanā',
  'permission.consultation.end': 'beigt savu konsultāciju',
  'permission.consultation.guest': 'redzēt konsultāciju, uz kuru uzaicina, un no tās iziet',
  'permission.consultation.serve': 'redzēt, kas gaida rindā, un atbildēt uz iedzīvotāju videozvaniem',
  'permission.case.own': 'lasīt un papildināt savus pakalpojumu gadījumus',
  'permission.contact-point.serve': 'redzēt sava kontaktpunkta kioskus, sākt tajos sesijas un palīdzēt iedzīvotājiem',
  'permission.appointment.book': 'pierakstīt iedzīvotājus, pārcelt un atcelt pierakstus',
  'permission.queue.serve': 'izsniegt talonus un vadīt rindu savā kontaktpunktā',
  'permission.calendar.own': 'redzēt savu kalendāru un pierakstus, pievienot savu ārējo kalendāru',
  'permission.calendar.manage': 'redzēt un mainīt speciālistu grafikus, slēgtās dienas un darba laikus',
  'permission.organisation.manage':
    'pārvaldīt organizāciju: iestādes, pakalpojumus, kontaktpunktus, kioskus, darbiniekus',
  'permission.sign-in.manage': 'noteikt, kā darbinieki pieslēdzas, un atcelt pazaudētu otro pieslēgšanās soli',
  'permission.rights.manage':
    'redzēt, kam ir kādas tiesības, apstiprināt un noraidīt pieprasījumus, atsaukt un pārskatīt tiesības, veidot lomas',
  'permission.costs.read':
    'redzēt, cik cilvēku katrā organizācijā lieto sistēmu un kāda ir tās daļa uzturēšanas izmaksās',
  'permission.operations.read': 'redzēt, kā pašlaik darbojas videozvani, bet ne to, kas tajos piedalās',
  'permission.audit.read':
    'meklēt audita žurnālā, kas ko darījis un skatījis, lejupielādēt to un atbildēt iedzīvotājam, kurš par to jautā',
  'permission.clients.manage': 'reģistrēt citas sistēmas, kas drīkst jautāt par tiesībām, un atņemt tām piekļuvi',
  'permission.rights.query': 'no citas sistēmas jautāt, kādas tiesības kādam ir',
  'permission.node.serve': 'pieteikt mediju mezglu un ziņot par tā darbu',
} as const satisfies Record<`permission.${Permission}`, string>;
