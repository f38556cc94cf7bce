import type { RouteName } from '@remote-clerk/shared/contracts/http/index.ts';
import { testPassword } from './builders.ts';
import type { RouteExample } from './route-examples.ts';

/** The first of them does what is done; each of them may do the same with what is theirs. */
const everybody = ['auditor', 'specialist', 'clerk', 'administrator', 'manager'] as const;
const nothing = () => ({});
const withBody = () => ({ body: {} });

/** Rows of the routes by which people sign in, and look after how and where they do. */
export const signInExamples = {
  giveOneTimeCode: {
    by: 'everyone',
    given: async ({ signIn }) => ({ body: { code: await signIn.code() } }),
    browser: ({ signIn }) => signIn.halfway(),
    others: 'not-tried',
  },
  beginPasskeySignIn: { by: 'everyone', given: withBody, others: 'not-tried' },
  completePasskeySignIn: {
    by: 'everyone',
    given: async ({ signIn }) => ({ body: { answer: await signIn.passkeyAnswer() } }),
    others: 'not-tried',
  },
  readAccountSecurity: { by: everybody, given: nothing, others: 'own' },
  listOwnSessions: { by: everybody, given: nothing, others: 'own' },
  endOwnSession: {
    by: everybody,
    given: async ({ signIn }) => ({ params: { sessionId: await signIn.auditorsSession() } }),
    others: 'not-found',
  },
  endOtherSessions: { by: everybody, given: nothing, others: 'own' },
  beginPasskey: { by: everybody, given: withBody, others: 'own' },
  addPasskey: {
    by: everybody,
    given: async ({ signIn }) => ({ body: { name: 'Tālrunis', answer: await signIn.newPasskey() } }),
    others: 'wrong-credentials',
  },
  removePasskey: {
    by: everybody,
    given: async ({ signIn }) => ({ params: { passkeyId: await signIn.auditorsPasskey() } }),
    others: 'not-found',
  },
  beginOneTimeCodes: { by: everybody, given: withBody, others: 'own' },
  confirmOneTimeCodes: {
    by: everybody,
    given: async ({ signIn }) => ({ body: { code: await signIn.firstCode() } }),
    others: 'wrong-credentials',
  },
  changePassword: {
    by: everybody,
    given: () => ({ body: { current: testPassword, next: 'zaļi gurķi lec pār žogu' } }),
    others: 'not-tried',
  },
  endStaffSessions: {
    by: ['administrator'],
    given: ({ leaverId }) => ({ params: { accountId: leaverId } }),
    others: 'not-found',
  },
  resetSecondFactor: {
    by: ['administrator'],
    given: ({ leaverId }) => ({ params: { accountId: leaverId } }),
    others: 'not-found',
  },
} satisfies Partial<Record<RouteName, RouteExample>>;
