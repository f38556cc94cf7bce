export const lv = {
  'sign-in.title': 'Pieslēgšanās',
  'sign-in.for-whom': 'Speciālistiem un kontaktpunktu darbiniekiem',
  'sign-in.username': 'Lietotājvārds',
  'sign-in.password': 'Parole',
  'sign-in.username.missing': 'Ievadiet lietotājvārdu',
  'sign-in.password.missing': 'Ievadiet paroli',
  'sign-in.submit': 'Pieslēgties',
  'sign-in.help': 'Ja neizdodas pieslēgties, vērsieties pie savas iestādes administratora.',
  'sign-in.wrong': 'Lietotājvārds vai parole nav pareiza',
  'sign-in.wrong.todo': 'Pārbaudiet, vai nav ieslēgts lielo burtu taustiņš, un ievadiet paroli vēlreiz.',
  'sign-in.limited': 'Pārāk daudz mēģinājumu',
  'sign-in.limited.wait':
    'Mēģiniet vēlreiz pēc {seconds, plural, zero {# sekundēm} one {# sekundes} other {# sekundēm}}.',
  'sign-in.limited.again': 'Tagad varat mēģināt vēlreiz.',
  'sign-in.away': 'Serveris pašlaik neatbild',
  'sign-in.away.todo': 'Pārbaudiet interneta savienojumu un pēc brīža mēģiniet vēlreiz.',

  'post.specialist': 'Speciālists',
  'post.clerk': 'Kontaktpunkta darbinieks',
  'post.office': 'Iestādes darbinieks',

  'welcome.title': 'Jums vēl nav tiesību',
  'welcome.why':
    '{name}, Jūs esat pierakstījies, bet organizācijā „{organisation}” Jums vēl nav piešķirtu tiesību, tāpēc šeit nav ko rādīt.',
  'welcome.how':
    'Tiesības var lūgt tepat. Pieprasījumu izskatīs Jūsu organizācijas vadītājs, un atbildi saņemsiet e-pastā.',
  'welcome.ask': 'Lūgt tiesības',
} as const;
