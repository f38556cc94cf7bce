import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { CitizenIdentity } from '@remote-clerk/shared/contracts/identity.ts';
import { PersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import { arrangeCases } from './arrangements.ts';
import { aContactPoint, aDesk, ago, aKiosk, uuid } from './builders.ts';
import { type Fakes, type Scene, signedIn } from './scene.ts';

export const anIdentity = (change: Partial<CitizenIdentity> = {}): CitizenIdentity =>
  CitizenIdentity.parse({
    method: 'document',
    evidence: 'identity-card',
    provider: null,
    givenName: 'Margarita Aleksandra',
    familyName: 'Krastiņa-Vītoliņa',
    maskedCode: '32••••-•••45',
    checkedAt: ago(120),
    checkedBy: 'Ilze Kalniņa',
    ...change,
  });
export const signedInCitizen = anIdentity({
  method: 'provider',
  evidence: null,
  provider: 'latvija.lv',
  checkedBy: null,
});

const caseWith = (known: { identity: CitizenIdentity | null; needed: boolean }, steps: Scene['steps'] = []): Scene => ({
  path: `/cases/${uuid(700)}`,
  arrange: (fakes) => {
    signedIn('specialist', fakes);
    fakes.server.on(routes.readDesk, () => aDesk());
    arrangeCases(fakes.server);
    fakes.server
      .on(routes.readIdentity, () => known)
      .on(routes.revealPersonalCode, () => ({ personalCode: PersonalCode.parse('327845-61245') }));
  },
  steps,
});

const kiosk = aKiosk({ consultationState: 'waiting', activity: 'waiting' });
const atContactPoint = (fakes: Fakes) => {
  signedIn('clerk', fakes);
  const consultation = kiosk.consultation && { ...kiosk.consultation, identity: 'needed' as const };
  fakes.server.on(routes.readContactPointView, () => aContactPoint([{ ...kiosk, consultation }]));
};

const block = 'main section[aria-label]';

/** Who the citizen is: known, to be made sure of, asked for. */
export const identityScenes = {
  'identity-document': caseWith({ identity: anIdentity(), needed: true }),
  'identity-signed-in': caseWith({ identity: signedInCitizen, needed: true }),
  'identity-needed': caseWith({ identity: null, needed: true }),
  'identity-record': caseWith({ identity: null, needed: true }, [
    `${block} button`,
    '[role=dialog] button[type=submit]',
  ]),
  'identity-why': caseWith({ identity: signedInCitizen, needed: true }, [`${block} button`]),
  'identity-shown': caseWith({ identity: signedInCitizen, needed: true }, [
    `${block} button`,
    '[role=dialog] label:has([type=radio])',
    '[role=dialog] footer button',
  ]),
  'identity-at-kiosk': { path: '/contact-point', arrange: atContactPoint },
} satisfies Record<string, Scene>;
