/** Who the citizen is; Latvian's keys are the keys of every language. */
export const identity = {
  'identity.question': 'Šim pakalpojumam jāpārliecinās, kas Jūs esat',
  'identity.lede': 'Kā Jums ērtāk to apliecināt?',
  'identity.signIn': 'Pieslēgties ar {provider}',
  'identity.signInHint': 'Ar eParakstu, Smart-ID vai internetbanku. Pēc tam šeit nekas par Jums nepaliek.',
  'identity.document': 'Parādīt dokumentu',
  'identity.documentHint':
    'Pasi vai personas apliecību parādīsiet darbiniekam vai kamerai, kad runāsiet ar speciālistu',
  'identity.failed': 'Pieslēgties neizdevās',
  'identity.away': 'Pieslēgšanās šobrīd nav iespējama',
  'identity.failedTodo': 'Mēģiniet vēlreiz, parādiet dokumentu vai aiciniet darbinieku.',
  'identity.signingIn': 'Jūs pieslēdzaties ar {provider}',
  'identity.opening': 'Atveram pieslēgšanās lapu',
  'identity.signedIn': 'Jūs pieslēdzāties kā',
  'identity.needed': 'Jāapliecina, kas Jūs esat',
  'identity.showDocument': 'Sagatavojiet pasi vai personas apliecību',
};

export type IdentityMessages = Record<keyof typeof identity, string>;
