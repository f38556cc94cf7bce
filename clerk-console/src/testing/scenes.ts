import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { arrangeAdministration, arrangeCases } from './arrangements.ts';
import { anAppointment, aTicket } from './booking-builders.ts';
import { aDesk, ago, aRing, aWaitingEntry, services, uuid } from './builders.ts';
import { aDeskInvitation } from './call-builders.ts';
import { callScenes } from './call-scenes.ts';
import { contactPointScenes } from './contact-point-scenes.ts';
import { desk } from './desk-scene.ts';
import { identityScenes } from './identity-scenes.ts';
import { operationsScenes } from './operations-scenes.ts';
import { otherSystemsScenes } from './other-systems-scenes.ts';
import { recordScenes } from './record-scenes.ts';
import { rightsScenes } from './rights-scenes.ts';
import { type Scene, signedIn } from './scene.ts';
import { schedulingScenes } from './scheduling-scenes.ts';
import { signInScenes } from './sign-in-scenes.ts';
import { signInSettingsScenes } from './sign-in-settings-scenes.ts';

const waiting = [
  aWaitingEntry(1, { staffPresence: 'in-room' }),
  aWaitingEntry(2, { service: services.family, language: 'ru', ringsElsewhere: true }),
  aWaitingEntry(3, { service: services.taxes, language: 'uk' }),
];

const booked = aRing({
  forMe: true,
  ticket: {
    number: 'V012',
    priority: 'booked',
    note: 'Izziņa par stāžu jau saņemta; jāpārbauda 1994. gads.',
    appointmentStartsAt: ago(0),
  },
});
const ahead = [
  anAppointment({ id: uuid(1031), startsAt: ago(0), state: 'arrived', arrivedAt: ago(300) }),
  anAppointment({ id: uuid(1032), startsAt: ago(-3600), channel: 'telephone', contactPoint: null, kiosk: null }),
];
const callBacks = [
  aTicket({
    id: uuid(1131),
    number: 'V009',
    state: 'callback',
    phone: '+371 20000000',
    note: 'Var zvanīt pēc 15.00.',
    place: null,
    wait: null,
  }),
];

const toClose = [
  {
    caseId: uuid(700),
    caseNumber: '2026-001024',
    service: services.pension,
    endedAt: ago(40),
    state: 'ended' as const,
  },
  {
    caseId: uuid(701),
    caseNumber: '2026-001019',
    service: services.family,
    endedAt: ago(4000),
    state: 'dropped' as const,
  },
];

const cases = (path: string): Scene => ({
  path,
  arrange: (fakes) => {
    signedIn('specialist', fakes);
    fakes.server.on(routes.readDesk, () => aDesk());
    arrangeCases(fakes.server);
  },
});

const administration = (section: string): Scene => ({
  path: `/administration/${section}`,
  arrange: (fakes) => {
    signedIn('administrator', fakes);
    arrangeAdministration(fakes.server);
  },
});

/** Every screen in every state worth looking at. */
export const scenes = {
  ...signInScenes,
  ...signInSettingsScenes,
  'desk-away': desk(aDesk({ available: false, awayBecause: 'unanswered', idleSince: null, waiting })),
  'desk-ready': desk(aDesk()),
  'desk-ring': desk(aDesk({ ring: aRing(), waiting })),
  'desk-booked-ring': desk(aDesk({ ring: booked, appointments: ahead, callBacks })),
  'desk-invited': desk(
    aDesk({ invitations: [aDeskInvitation(), aDeskInvitation({ id: uuid(1212), state: 'joined' })] }),
  ),
  ...callScenes,
  'desk-after-call': desk(aDesk({ toClose, available: false, awayBecause: 'own-choice' })),
  cases: cases('/cases'),
  'case-open': cases(`/cases/${uuid(700)}`),
  'case-closed': cases(`/cases/${uuid(703)}`),
  ...identityScenes,
  ...contactPointScenes,
  ...schedulingScenes,
  ...operationsScenes,
  ...otherSystemsScenes,
  ...recordScenes,
  ...rightsScenes,
  'administration-institutions': administration('institutions'),
  'administration-kiosks': administration('kiosks'),
  'administration-staff': administration('staff'),
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;
export const isSceneName = (name: string): name is SceneName => name in scenes;
