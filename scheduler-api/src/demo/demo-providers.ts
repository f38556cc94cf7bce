import type { GroupRole } from '@remote-clerk/shared/contracts/http/identity-administration.ts';

/** What the provider of development and the demo data know of each other; in no installation that serves people. */
export const demoProviderSecret = 'of-development-only';

type DemoProvider = {
  /** The organisation's, by the code of its institution; null for the municipality. */
  institution: string | null;
  name: string;
  clientId: string;
  domains: string[];
  groups: GroupRole[];
  createsAccounts: boolean;
};

export const demoProviders: DemoProvider[] = [
  {
    institution: null,
    name: 'Kuldīgas novada pašvaldība',
    clientId: 'remote-clerk-kuldiga',
    domains: ['kuldiga.example.lv'],
    groups: [{ group: 'klientu-centrs', roleId: 'clerk' }],
    createsAccounts: true,
  },
  {
    institution: 'VID',
    name: 'Valsts ieņēmumu dienests',
    clientId: 'remote-clerk-vid',
    domains: ['vid.example.lv'],
    groups: [{ group: 'klientu-centrs', roleId: 'clerk' }],
    createsAccounts: false,
  },
];
