/** Somebody as whom one can sign in: nobody of that name is meant. */
export type DemoPerson = { sub: string; name: string; about: string; claims: Record<string, unknown> };

const staff = (sub: string, username: string, name: string, about: string, domain: string, groups: string[] = []) => ({
  sub,
  name,
  about,
  claims: { preferred_username: username, email: `${username}@${domain}`, email_verified: true, groups },
});
const citizen = (sub: string, givenName: string, familyName: string, personalCode: string | null): DemoPerson => ({
  sub,
  name: `${givenName} ${familyName}`,
  about: personalCode
    ? `Personal code ${personalCode.slice(0, 6)}-${personalCode.slice(6)}`
    : 'Without a personal code',
  claims: {
    given_name: givenName,
    family_name: familyName,
    ...(personalCode && { personal_code: personalCode, serial_number: `PNOLV-${personalCode}` }),
  },
});

/** Who can be chosen, by the client that asks: the staff of two organisations, and citizens at a kiosk. */
export const demoPeople = {
  'remote-clerk-kuldiga': [
    staff('k-1', 'baiba', 'Baiba Ozoliņkalne', 'Clerk in Kuldīga; has an account', 'kuldiga.example.lv'),
    staff('k-2', 'mara', 'Māra Grīnvaldiņa', 'Clerk in Alsunga; has an account', 'kuldiga.example.lv'),
    staff('k-3', 'admin', 'Kristīne Lācīškalne', 'Administrator; has an account', 'kuldiga.example.lv'),
    staff('k-4', 'edgars', 'Edgars Jaunzemītis', 'Clerk by group; has no account yet', 'kuldiga.example.lv', [
      'klientu-centrs',
    ]),
    staff('k-5', 'sintija', 'Sintija Pļaviņkalne', 'In no group; has no account yet', 'kuldiga.example.lv'),
  ],
  'remote-clerk-vid': [
    staff('v-1', 'dace', 'Dace Ķirsonova', 'Specialist of VID; has an account', 'vid.example.lv'),
    staff('v-2', 'admin-vid', 'VID administratore', 'Administrator of VID; has an account', 'vid.example.lv'),
    staff('v-3', 'gundega', 'Gundega Šteinbriede', 'Clerk by group; is given no account', 'vid.example.lv', [
      'klientu-centrs',
    ]),
  ],
  'remote-clerk-kiosk': [
    citizen('c-1', 'Ārija', 'Šķērstiņa', '32000000001'),
    citizen('c-2', 'Jānis', 'Ķēniņš', '32000000002'),
    citizen('c-3', 'Оксана', 'Бондар-Ткаченко', '32000000003'),
    citizen('c-4', 'Raivis', 'Ņikitenko-Lācis', null),
  ],
} satisfies Record<string, DemoPerson[]>;

export const findPerson = (sub: string): DemoPerson | undefined =>
  Object.values<DemoPerson[]>(demoPeople)
    .flat()
    .find((person) => person.sub === sub);
export const peopleOf = (clientId: string): DemoPerson[] =>
  Object.entries<DemoPerson[]>(demoPeople).find(([client]) => client === clientId)?.[1] ?? [];
