import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import type { TestApi } from './boot-api.ts';
import { testPassword } from './builders.ts';
import { codeOf, setUpCodes, setUpPasskey } from './factors.ts';
import { createSoftAuthenticator } from './soft-authenticator.ts';
import type { TestClient } from './test-client.ts';
import { testOrigin } from './test-config.ts';
import type { World } from './world.ts';

/** Somebody with a second factor, and what our auditor does to have one. */
export function createSceneSignIn(api: TestApi, { ours, auditor }: { ours: World; auditor: TestClient }) {
  const now = () => api.clock.now();

  async function somebody() {
    const account = await api.build.account({ organisationId: ours.municipality.id, role: 'auditor' });
    const client = api.client();
    await client.signIn(account);
    return { account, client };
  }
  let withCodes: { username: string; uri: string } | undefined;
  async function coded() {
    if (!withCodes) {
      const { account, client } = await somebody();
      withCodes = { username: account.username, uri: await setUpCodes(client, now) };
    }
    return withCodes;
  }

  return {
    /** One that was not given yet, if it is asked for once. */
    code: async () => codeOf((await coded()).uri, now(), 30),
    /** It has given the password to which the code belongs. */
    async halfway(): Promise<TestClient> {
      const client = api.client();
      await client.signIn({ username: (await coded()).username, password: testPassword });
      return client;
    },
    async passkeyAnswer() {
      const { client } = await somebody();
      const { authenticator } = await setUpPasskey(client);
      const { options } = await client.call(signInRoutes.beginPasskeySignIn, { body: {} });
      return authenticator.answer(options);
    },

    /** Of the auditor's new secret. */
    async firstCode(): Promise<string> {
      const { uri } = await auditor.call(signInRoutes.beginOneTimeCodes, { body: {} });
      return codeOf(uri, now());
    },
    async newPasskey() {
      const { options } = await auditor.call(signInRoutes.beginPasskey, { body: {} });
      return createSoftAuthenticator(testOrigin).make(options);
    },
    async auditorsPasskey(): Promise<string> {
      return (await setUpPasskey(auditor)).passkeyId;
    },
    /** Begun somewhere else. */
    async auditorsSession(): Promise<string> {
      const { account } = await auditor.call(sessionRoutes.currentSession);
      const circumstances = { method: 'password' as const, userAgent: undefined, sourceIp: '127.0.0.1' };
      await api.context.sessions.begin(account, circumstances);
      const { sessions } = await auditor.call(signInRoutes.listOwnSessions);
      const other = sessions.find(({ isCurrent }) => !isCurrent);
      if (!other) throw new Error('The auditor has no other session');
      return other.id;
    },
  };
}
