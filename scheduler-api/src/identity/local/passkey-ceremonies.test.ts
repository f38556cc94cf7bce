import { randomUUID } from 'node:crypto';
import { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { createSoftAuthenticator } from '../../testing/soft-authenticator.ts';
import { createPasskeyCeremonies, type StoredPasskey, type TakeChallenge } from './passkey-ceremonies.ts';

const origin = 'https://klatiene.example.lv';
const ceremonies = createPasskeyCeremonies({ origin, name: 'Klātiene' });
const owner = { id: AccountId.parse(randomUUID()), username: 'anna', name: 'Anna' };
type Lies = NonNullable<Parameters<ReturnType<typeof createSoftAuthenticator>['make']>[1]>;

/** Each challenge that was asked with is good once. */
function challenges() {
  const asked = new Set<string>();
  const take: TakeChallenge = async (challenge) => asked.delete(challenge);
  return { asked, take };
}

async function make(lies: Lies = {}) {
  const { asked, take } = challenges();
  const authenticator = createSoftAuthenticator(origin);
  const options = await ceremonies.askToMake(owner, []);
  asked.add(options.challenge);
  const made = await ceremonies.readNew(authenticator.make(options, lies), take);
  return { authenticator, passkey: made && { ...made, accountId: owner.id } };
}

async function signIn(lies: Lies = {}, change: Partial<StoredPasskey> = {}, known = true) {
  const { authenticator, passkey } = await make();
  const { asked, take } = challenges();
  const options = await ceremonies.askToSignIn();
  asked.add(options.challenge);
  const answer = authenticator.answer(options, lies);
  const find = async () => (known && passkey ? { ...passkey, ...change } : undefined);
  const read = () => ceremonies.read(answer, take, find);
  return { first: await read(), again: await read() };
}

describe('a passkey', () => {
  it('is asked for by the host name of the site, with the owner verified, and is kept on the device', async () => {
    expect(await ceremonies.askToMake(owner, [])).toMatchObject({
      rp: { id: 'klatiene.example.lv', name: 'Klātiene' },
      user: { name: 'anna', displayName: 'Anna' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  });

  it('is kept with its public key alone', async () => {
    const { passkey } = await make();
    expect(passkey).toEqual({
      accountId: owner.id,
      credentialId: expect.stringMatching(/^[\w-]{22}$/),
      publicKey: expect.stringMatching(/^[\w-]{103}$/),
      counter: 0,
      transports: ['internal'],
    });
  });

  it.each<[string, Lies]>([
    ['for another origin', { origin: 'https://klatiene.example.lv.evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['for a challenge that nobody asked with', { challenge: 'AAAA' }],
    ['without its owner being verified', { userVerified: false }],
  ])('made %s is not kept', async (_what, lies) => {
    expect((await make(lies)).passkey).toBeUndefined();
  });

  it.each([[null], ['text'], [{}], [{ id: 'a', rawId: 'a', type: 'public-key', response: { clientDataJSON: '%' } }]])(
    'is not read from %j',
    async (answer) => {
      expect(await ceremonies.readNew(answer, async () => true)).toBeUndefined();
      expect(
        await ceremonies.read(
          answer,
          async () => true,
          async () => undefined,
        ),
      ).toEqual({
        refusal: 'malformed-answer',
      });
    },
  );
});

describe('signing in with a passkey', () => {
  it('is asked for by nobody’s name, with the owner verified', async () => {
    const options = await ceremonies.askToSignIn();
    expect(options).toMatchObject({ rpId: 'klatiene.example.lv', userVerification: 'required' });
    expect(options.allowCredentials).toBeUndefined();
  });

  it('tells whose it is, once for each challenge', async () => {
    const { first, again } = await signIn();
    expect(first).toMatchObject({ passkey: { accountId: owner.id }, counter: 1 });
    expect(again).toMatchObject({ refusal: 'passkey-not-proven' });
  });

  it.each<[string, Lies]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['a page below', { origin: 'https://sub.klatiene.example.lv' }],
    ['another host', { rpId: 'evil.example' }],
    ['a challenge that nobody asked with', { challenge: 'AAAA' }],
    ['no verified owner', { userVerified: false }],
    ['another’s account', { userHandle: Buffer.from(randomUUID()).toString('base64url') }],
  ])('is refused with %s', async (_what, lies) => {
    expect((await signIn(lies)).first).toMatchObject({ refusal: 'passkey-not-proven' });
  });

  it('is refused to another key', async () => {
    const { passkey } = await make();
    const publicKey = passkey?.publicKey ?? '';
    expect((await signIn({}, { publicKey })).first).toMatchObject({ refusal: 'passkey-not-proven' });
  });

  it('is refused to a passkey that we do not know', async () => {
    expect((await signIn({}, {}, false)).first).toEqual({ refusal: 'unknown-passkey' });
  });

  it('notices a copy by its counter, and does without one where there is none', async () => {
    expect((await signIn({}, { counter: 1 })).first).toMatchObject({ refusal: 'passkey-copied' });
    expect((await signIn({ counter: 0 }, { counter: 1 })).first).toMatchObject({ refusal: 'passkey-copied' });
    expect((await signIn({ counter: 0 })).first).toMatchObject({ counter: 0 });
  });
});
