import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { aDesk, ago, anAccount, uuid } from './builders.ts';
import type { FakeServer } from './fake-server.ts';
import { type Fakes, type Scene, signedIn } from './scene.ts';

const provider = { kind: 'provider', id: uuid(61), name: 'Kuldīgas novada pašvaldība' } as const;
const wayOf = { provider, password: { kind: 'password' }, passkey: { kind: 'passkey' } } as const;
type Way = keyof typeof wayOf;

/** What the server says of whoever signs in. */
export const replies = {
  in: routes.signIn.reply.parse({ state: 'signed-in', account: anAccount('specialist') }),
  code: routes.signIn.reply.parse({ state: 'code-needed' }),
  setUp: routes.signIn.reply.parse({ state: 'second-factor-to-set-up', account: anAccount('specialist') }),
};

const refuse = (type: ProblemType) => () => Promise.reject(new ProblemError(type));

export const discovers = (server: FakeServer, ...ways: readonly Way[]) =>
  server.on(routes.discoverSignIn, () => routes.discoverSignIn.reply.parse({ ways: ways.map((way) => wayOf[way]) }));

const nobody = (ways: readonly Way[], steps: Scene['steps'], change?: (fakes: Fakes) => void, path = '/'): Scene => ({
  path,
  steps,
  arrange: (fakes) => {
    fakes.server.on(routes.currentSession, refuse('not-signed-in')).on(routes.signIn, refuse('wrong-credentials'));
    discovers(fakes.server, ...ways);
    arrangeAccount(fakes.server);
    change?.(fakes);
  },
});

const login = ['[name=username]', 'anna.berzina'] as const;
const password = ['[name=password]', 'zirgi peld jūrā'] as const;
const go = 'form [type=submit]';

const browsers = ['Chrome · Windows', 'Safari · iPhone', 'Firefox · Linux'];

export function arrangeAccount(server: FakeServer): void {
  const security = {
    hasPassword: true,
    secondFactorRequired: true,
    oneTimeCodes: { since: ago(86_400 * 40) },
    passkeys: [
      { id: uuid(71), name: 'Darba dators', createdAt: ago(86_400 * 30), lastUsedAt: ago(7200) },
      { id: uuid(72), name: 'Drošības atslēga atvilktnē', createdAt: ago(86_400 * 12), lastUsedAt: null },
    ],
  };
  const parsed = routes.readAccountSecurity.reply.parse(security);
  const sessions = routes.listOwnSessions.reply.parse({
    sessions: browsers.map((device, index) => ({
      id: uuid(81 + index),
      method: (['password', 'passkey', 'oidc'] as const)[index],
      device,
      startedAt: ago(3600 * (index * 5 + 1)),
      lastUsedAt: ago(1200 * index),
      endsAt: ago(-3600 * 6),
      isCurrent: index === 0,
    })),
  });
  const left = { ...sessions, sessions: [...sessions.sessions] };
  server
    .on(routes.readAccountSecurity, () => parsed)
    .on(routes.listOwnSessions, () => left)
    .on(routes.endOwnSession, ({ params }) => {
      left.sessions = left.sessions.filter(({ id }) => id !== params.sessionId);
      return {};
    })
    .on(routes.endOtherSessions, () => {
      left.sessions = left.sessions.filter(({ isCurrent }) => isCurrent);
      return {};
    })
    .on(routes.changePassword, () => ({}))
    .on(routes.beginOneTimeCodes, () => ({
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Att%C4%81lin%C4%81tais%20ier%C4%93dnis:anna.berzina?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Att%C4%81lin%C4%81tais%20ier%C4%93dnis',
    }))
    .on(routes.confirmOneTimeCodes, refuse('wrong-credentials'))
    .on(routes.beginPasskey, () => ({ options: {} }))
    .on(routes.beginPasskeySignIn, () => ({ options: {} }))
    .on(routes.addPasskey, () => parsed)
    .on(routes.removePasskey, refuse('conflict'));
}

const account = (steps: Scene['steps'] = [], change?: (fakes: Fakes) => void): Scene => ({
  path: '/account',
  steps,
  arrange: (fakes) => {
    signedIn('specialist', fakes);
    fakes.server.on(routes.readDesk, () => aDesk());
    arrangeAccount(fakes.server);
    change?.(fakes);
  },
});

const returning = (answer: () => Promise<never>) =>
  nobody(
    ['provider'],
    [],
    ({ server }) => server.on(routes.completeProviderSignIn, answer),
    '/sign-in?code=a-code&state=a-state',
  );

/** Signing in, step by step, what may go wrong in it, and one’s own account. */
export const signInScenes = {
  'sign-in': nobody(['password'], []),
  'sign-in-password': nobody(['password'], [login, go]),
  'sign-in-wrong': nobody(['password'], [login, go, password, go]),
  'sign-in-limited': nobody(['password'], [login, go, password, go], ({ server }) =>
    server.on(routes.signIn, () =>
      Promise.reject(new ProblemError('too-many-requests', undefined, { retryAfterSeconds: 42 })),
    ),
  ),
  'sign-in-ways': nobody(['provider', 'password', 'passkey'], [login, go]),
  'sign-in-nowhere': nobody([], [login, go]),
  'sign-in-passkey': nobody(['passkey', 'password'], [login, go, 'main button:has(.lucide-key-round)'], ({ server }) =>
    server.on(routes.completePasskeySignIn, refuse('wrong-credentials')),
  ),
  'sign-in-passkey-needed': nobody(
    ['password', 'passkey'],
    [login, go, 'main button:has(.lucide-rectangle-ellipsis)', password, go],
    ({ server }) => server.on(routes.signIn, refuse('sign-in-failed')),
  ),
  'sign-in-code': nobody(['password'], [login, go, password, go, ['[name=one-time-code]', '123456']], ({ server }) =>
    server.on(routes.signIn, () => replies.code).on(routes.giveOneTimeCode, refuse('wrong-credentials')),
  ),
  'sign-in-set-up': nobody(['password'], [login, go, password, go], ({ server }) =>
    server.on(routes.signIn, () => replies.setUp),
  ),
  'sign-in-set-up-app': nobody(
    ['password'],
    [login, go, password, go, 'main button:has(.lucide-smartphone)'],
    ({ server }) => server.on(routes.signIn, () => replies.setUp),
  ),
  'sign-in-leaving': nobody(['provider'], [login, go], ({ server }) =>
    server.on(routes.beginProviderSignIn, () => ({ url: 'https://idp.example.lv/authorize' })),
  ),
  'sign-in-returning': returning(() => new Promise(() => {})),
  'sign-in-not-registered': returning(refuse('not-registered')),
  'sign-in-provider-away': returning(refuse('provider-unavailable')),
  'sign-in-failed': returning(refuse('sign-in-failed')),
  'session-over': {
    path: '/desk',
    arrange: (fakes) => {
      signedIn('specialist', fakes);
      fakes.server.on(routes.readDesk, refuse('not-signed-in'));
    },
  },
  'session-ends': {
    path: '/welcome',
    arrange: (fakes) => {
      signedIn('newcomer', fakes, { endsAt: ago(-90, Date.now()) });
      arrangeAccount(fakes.server);
    },
  },
  welcome: {
    path: '/',
    arrange: (fakes) => {
      signedIn('newcomer', fakes);
      arrangeAccount(fakes.server);
    },
  },
  'welcome-halfway': {
    path: '/',
    arrange: (fakes) => {
      signedIn('newcomer', fakes);
      arrangeAccount(fakes.server);
      fakes.server.on(routes.readAccountSecurity, () =>
        routes.readAccountSecurity.reply.parse({
          hasPassword: true,
          secondFactorRequired: true,
          oneTimeCodes: null,
          passkeys: [],
        }),
      );
    },
  },
  account: account(),
  'account-password-weak': account(
    [
      ['[autocomplete=current-password]', 'zirgi peld jūrā'],
      ['[autocomplete=new-password]', 'parole parole'],
      'article [type=submit]',
    ],
    ({ server }) => server.on(routes.changePassword, refuse('weak-password')),
  ),
  'account-app': account(['button:has(.lucide-smartphone)', ['[name=one-time-code]', '123456']]),
  'account-sign-in-again': account(['button:has(.lucide-smartphone)'], ({ server }) =>
    server.on(routes.beginOneTimeCodes, refuse('sign-in-again')),
  ),
  'account-passkey': account(['article button:has(.lucide-key-round)']),
  'account-passkey-last': account(['li button:has(.lucide-trash-2)', 'li button:has(.lucide-trash-2)']),
  'account-session-end': account(['td button:has(.lucide-log-out)']),
  'account-elsewhere': account([], ({ server }) =>
    server.on(routes.readAccountSecurity, () =>
      routes.readAccountSecurity.reply.parse({
        hasPassword: false,
        secondFactorRequired: false,
        oneTimeCodes: null,
        passkeys: [],
      }),
    ),
  ),
} satisfies Record<string, Scene>;
