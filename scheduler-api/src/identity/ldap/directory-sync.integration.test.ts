import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { staffNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../../testing/boot-api.ts';
import { createDirectoryScene, outcomeOf, signInAs } from '../../testing/directory-scene.ts';
import { hasSlapd, type Slapd, startSlapd } from '../../testing/slapd.ts';
import { testOrigin } from '../../testing/test-config.ts';
import { openSocket } from '../../testing/test-socket.ts';

const uids = ['anna', 'bērta', 'cīrulis', 'dzintars', 'ēriks', 'fēlikss', 'ģirts', 'ieva', 'ķēniņš', 'līga'];
const named = (uid: string) => ({ uid, name: `${uid.charAt(0).toUpperCase()}${uid.slice(1)} Bērziņš` });

describe.skipIf(!hasSlapd)('the synchronisation of a directory', () => {
  let slapd: Slapd;
  let api: TestApi;
  let scene: Awaited<ReturnType<typeof createDirectoryScene>>;
  let directory: Awaited<ReturnType<typeof scene.add>>;
  beforeAll(async () => {
    slapd = await startSlapd();
  });
  afterAll(() => slapd.stop());
  beforeEach(async () => {
    await slapd.addPeople(...uids.map(named));
    await slapd.setGroup('centrs', ...uids);
    api = await bootApi({ overrides: { frontEnds: {} } });
    scene = await createDirectoryScene(api);
    directory = await scene.add(slapd, { groups: [{ group: slapd.groupDn('centrs'), roleId: 'clerk' }] });
  });
  afterEach(async () => {
    await api.close();
    for (const uid of uids) await slapd.removePeople(uid).catch(() => {});
  });

  const comeIn = async (uid: string) => signInAs(api, uid, 'parole123');
  const disabledOnes = async () => (await scene.people()).filter((one) => one.disabled_at).map((one) => one.username);
  const actions = async () => {
    const entries: { action: string }[] = await api.context.db.connection('audit_entries').orderBy('id');
    return entries.map(({ action }) => action);
  };

  it('deactivates leavers: their session, their sockets and their rights end at once', async () => {
    const { client, account } = await comeIn('anna');
    const cookie = [...client.cookies].map((pair) => pair.join('=')).join('; ');
    const socket = await openSocket(`${api.url}${staffNamespace}`, { extraHeaders: { cookie, origin: testOrigin } });
    await slapd.removePeople('anna');
    expect(await scene.synchronise()).toMatchObject({ outcome: 'done', people: 1, deactivated: 1 });
    await socket.closed();
    expect(await outcomeOf(client.call(sessionRoutes.currentSession, {}))).toBe('not-signed-in');
    const rights = await api.context.db.connection('role_assignments').where({ account_id: account?.id });
    expect(rights).toMatchObject([{ role_id: 'clerk', withdrawn_reason: 'left the directory' }]);
    expect(await actions()).toContain('account.disable');
    expect((await comeIn('anna')).problem).toBe('wrong-credentials');
  });

  it.each([
    ['in Active Directory’s way', 'userAccountControl', '514'],
    ['by a date', 'shadowExpire', '1'],
  ])('deactivates who is disabled there, %s', async (_what, attribute, value) => {
    await comeIn('bērta');
    await slapd.extend('bērta', attribute, value);
    expect(await scene.synchronise()).toMatchObject({ outcome: 'done', deactivated: 1 });
    expect(await disabledOnes()).toEqual(['bērta']);
  });

  it('enables again who came back, with the rights of their groups', async () => {
    await comeIn('anna');
    await slapd.extend('anna', 'userAccountControl', '514');
    await scene.synchronise();
    await slapd.change('anna', 'userAccountControl', '512');
    expect(await scene.synchronise()).toMatchObject({ outcome: 'done', returned: 1 });
    expect(await disabledOnes()).toEqual([]);
    expect((await comeIn('anna')).account?.permissions).toContain('contact-point.serve');
  });

  it('leaves disabled whom somebody here has disabled', async () => {
    const { account } = await comeIn('anna');
    await api.context.db.connection('accounts').where({ id: account?.id }).update({ disabled_at: api.clock.now() });
    expect(await scene.synchronise()).toMatchObject({ outcome: 'done', returned: 0, people: 0 });
    expect(await disabledOnes()).toEqual(['anna']);
  });

  it('takes over names, titles and addresses', async () => {
    await comeIn('līga');
    await slapd.change('līga', 'cn', 'Līga Žagariņa');
    await slapd.change('līga', 'title', 'Vecākā speciāliste');
    await slapd.change('līga', 'mail', 'Liga@Kuldiga.lv');
    expect(await scene.synchronise()).toMatchObject({ outcome: 'done', updated: 1 });
    expect(await scene.people()).toMatchObject([
      { display_name: 'Līga Žagariņa', job_title: 'Vecākā speciāliste', email: 'liga@kuldiga.lv' },
    ]);
    expect(await scene.synchronise()).toMatchObject({ updated: 0 });
  });

  it('does nothing where a fifth and more would be gone, and says so', async () => {
    for (const uid of uids) await comeIn(uid);
    const gone = uids.slice(0, 6);
    await slapd.removePeople(...gone);
    expect(await scene.synchronise()).toMatchObject({ outcome: 'too-many', people: 10, wouldDeactivate: 6 });
    expect(await disabledOnes()).toEqual([]);
    expect(await actions()).not.toContain('account.disable');
    expect((await comeIn('līga')).account?.permissions).toContain('contact-point.serve');
  });

  it('does nothing where as many would lose their rights', async () => {
    for (const uid of uids) await comeIn(uid);
    await slapd.setGroup('centrs', 'anna');
    expect(await scene.synchronise()).toMatchObject({ outcome: 'too-many', wouldLoseRights: 9 });
    const rights = await api.context.db.connection('role_assignments').where({ request_id: directory.id });
    expect(rights.filter((right) => right.withdrawn_at)).toEqual([]);
  });

  it('changes nothing where the directory does not answer, and goes on when it does', async () => {
    await comeIn('anna');
    await slapd.pause();
    try {
      expect(await scene.synchronise()).toMatchObject({ outcome: 'failed', problem: 'unreachable' });
    } finally {
      await slapd.resume();
    }
    expect(await disabledOnes()).toEqual([]);
    expect(await scene.synchronise()).toMatchObject({ outcome: 'done' });
  });

  it('is not made by two at once', async () => {
    const results = await Promise.all([api.jobs.tick(), scene.synchroniseNow(directory.id)]);
    expect(results[1]).toBe('conflict');
  });

  it('reads more people than the directory gives at once, and follows no reference to another', async () => {
    await comeIn('anna');
    await slapd.addPeople(...Array.from({ length: 1_203 }, (_, index) => named(`darbinieks-${index}`)));
    await comeIn('darbinieks-1202');
    await slapd.addReferral('citur', 'ldap://127.0.0.1:1/ou=people,dc=citur,dc=lv');
    expect(await scene.synchronise()).toMatchObject({ outcome: 'done', people: 2, deactivated: 0 });
  });

  it('takes a part of the people for none: who was left out stays', async () => {
    const stingy = await startSlapd({ givesAll: false });
    const elsewhere = await createDirectoryScene(api, 'Talsu novads');
    await elsewhere.add(stingy, { domains: ['talsi.lv'] });
    await stingy.addPeople(...Array.from({ length: 700 }, (_, index) => named(`talsenieks-${index}`)));
    await signInAs(api, 'talsenieks-699@talsi.lv', 'parole123');
    expect(await elsewhere.synchronise()).toMatchObject({ outcome: 'failed', problem: 'too-large' });
    expect(await elsewhere.people()).toMatchObject([{ disabled_at: null }]);
    await stingy.stop();
  });
});
