import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../../testing/boot-api.ts';
import { createDirectoryScene, signInAs } from '../../testing/directory-scene.ts';
import { hasSlapd, type Slapd, startSlapd } from '../../testing/slapd.ts';

const password = 'pārole ar atstarpēm: ģ';

describe.skipIf(!hasSlapd)('signing in with the password of a directory', () => {
  let slapd: Slapd;
  let other: Slapd;
  let api: TestApi;
  let scene: Awaited<ReturnType<typeof createDirectoryScene>>;
  beforeAll(async () => {
    [slapd, other] = await Promise.all([startSlapd(), startSlapd()]);
    await slapd.addPeople(
      { uid: 'anna', name: 'Anna Bērziņa', password, title: 'Klientu konsultante', email: 'anna@kuldiga.lv' },
      { uid: 'jānis', name: 'Jānis Ķēniņš', password },
      { uid: 'zane', name: 'Zane Šķēle', password, shadowExpire: 100 },
      { uid: 'star*(x)', name: 'Zīmju Zigmārs', password },
    );
    await slapd.setGroup('Klientu centrs', 'anna');
    await other.addPeople(
      { uid: 'anna', name: 'Anna Ozola', password: 'cita parole' },
      { uid: 'inga', name: 'Inga Vītola' },
    );
  });
  afterAll(() => Promise.all([slapd.stop(), other.stop()]));
  beforeEach(async () => {
    api = await bootApi({ overrides: { frontEnds: {} } });
    scene = await createDirectoryScene(api);
  });
  afterEach(() => api.close());

  const group = () => ({ group: slapd.groupDn('klientu  CENTRS'), roleId: 'clerk' });

  describe('somebody whom the directory knows', () => {
    it('gets an account of its organisation, described as there', async () => {
      await scene.add(slapd);
      const { account } = await signInAs(api, 'Anna', password);
      expect(account).toMatchObject({
        username: 'anna',
        name: 'Anna Bērziņa',
        jobTitle: 'Klientu konsultante',
        organisation: { id: scene.organisation.id },
        permissions: ['session.own'],
      });
      expect(await scene.people()).toMatchObject([{ username: 'anna', email: 'anna@kuldiga.lv' }]);
    });

    it('is the same account the next time, also under another name', async () => {
      await scene.add(slapd);
      const first = await signInAs(api, 'jānis', password);
      await slapd.change('jānis', 'cn', 'Jānis Kalniņš-Ķēniņš');
      const second = await signInAs(api, 'ja\u0304nis', password);
      await slapd.change('jānis', 'cn', 'Jānis Ķēniņš');
      expect(second.account).toMatchObject({ id: first.account?.id, name: 'Jānis Kalniņš-Ķēniņš' });
      expect(await scene.people()).toHaveLength(1);
    });

    it('is one account when they sign in twice at once', async () => {
      await scene.add(slapd);
      const both = await Promise.all([signInAs(api, 'anna', password), signInAs(api, 'anna', password)]);
      expect(new Set(both.map(({ account }) => account?.id)).size).toBe(1);
      expect(await scene.people()).toHaveLength(1);
    });

    it('gets the account that they had here before, and no one of another organisation', async () => {
      await api.build.account({ username: 'anna', role: 'clerk' });
      const own = await api.build.account({ organisationId: scene.organisation.id, username: 'jānis' });
      await api.context.db.connection('local_credentials').where({ account_id: own.id }).delete();
      await scene.add(slapd, { domains: ['kuldiga.lv'] });
      expect((await signInAs(api, 'jānis', password)).account?.id).toBe(own.id);
      expect((await signInAs(api, 'anna@kuldiga.lv', password)).account?.username).toBe('anna@kuldiga.lv');
    });

    it('holds the roles of their groups, at its organisation, until the group is gone', async () => {
      await scene.add(slapd, { groups: [group()] });
      const { account, client } = await signInAs(api, 'anna', password);
      expect(account?.permissions).toContain('contact-point.serve');
      await slapd.setGroup('Klientu centrs');
      await scene.synchronise();
      await slapd.setGroup('Klientu centrs', 'anna');
      const { account: now } = await client.call(sessionRoutes.currentSession, {});
      expect(now.permissions).toEqual(['session.own']);
    });

    it('is let in by StartTLS as well as by ldaps', async () => {
      await scene.add(slapd, { url: slapd.startTlsUrl });
      expect((await signInAs(api, 'anna', password)).account?.name).toBe('Anna Bērziņa');
    });
  });

  describe('is refused', () => {
    it.each([
      ['a wrong password', 'anna', 'nepareiza'],
      ['an unknown name', 'nav-tāda', password],
      ['who is not let in there any more', 'zane', password],
      ['a filter instead of a name', '*)(uid=*', password],
      ['a star', '*', password],
      ['the end of a filter', 'anna)(|(uid=*', password],
      ['half of a filter', 'anna)', password],
      ['a name of entries', 'uid=anna,ou=people,dc=kuldiga,dc=lv', password],
      ['a filter that is escaped', '\\61nna', password],
      ['the name of who can read the directory', 'reader', password],
      ['letters that only look alike', 'аnna', password],
    ])('%s', async (_what, login, typed) => {
      await scene.add(slapd);
      expect((await signInAs(api, login, typed)).problem).toBe('wrong-credentials');
      expect(await scene.people()).toEqual([]);
    });

    it('NUL in a name, before any directory sees it', async () => {
      await scene.add(slapd);
      expect((await signInAs(api, 'anna\u0000', password)).problem).toBe('invalid-request');
    });

    it('an empty password, which the directory would take for nobody’s', async () => {
      await scene.add(slapd);
      expect((await signInAs(api, 'anna', '')).problem).toBe('invalid-request');
    });

    it('whom somebody has disabled here, whatever the directory says', async () => {
      await scene.add(slapd);
      const { account } = await signInAs(api, 'anna', password);
      await api.context.db.connection('accounts').where({ id: account?.id }).update({ disabled_at: api.clock.now() });
      expect((await signInAs(api, 'anna', password)).problem).toBe('not-registered');
    });

    it('everyone, while the directory is not enabled', async () => {
      await scene.add(slapd, { enabled: false });
      expect((await signInAs(api, 'anna', password)).problem).toBe('wrong-credentials');
    });
  });

  it('finds a name that is made of signs, which are only a name', async () => {
    await scene.add(slapd);
    expect((await signInAs(api, 'star*(x)', password)).account?.name).toBe('Zīmju Zigmārs');
  });

  describe('with several directories', () => {
    it('the more trusted one decides; the other never sees the password', async () => {
      await scene.add(slapd);
      await scene.add(other);
      expect((await signInAs(api, 'anna', 'cita parole')).problem).toBe('wrong-credentials');
      expect((await signInAs(api, 'anna', password)).account?.name).toBe('Anna Bērziņa');
      expect((await signInAs(api, 'inga', 'parole123')).account?.name).toBe('Inga Vītola');
    });

    it('a domain says which one is meant, and two of the same name are two', async () => {
      await scene.add(slapd, { domains: ['kuldiga.lv'] });
      await scene.add(other, { domains: ['skrunda.lv'] });
      expect((await signInAs(api, 'anna', password)).account?.name).toBe('Anna Bērziņa');
      const second = await signInAs(api, 'anna@skrunda.lv', 'cita parole');
      expect(second.account).toMatchObject({ name: 'Anna Ozola', username: 'anna@skrunda.lv' });
      expect((await signInAs(api, 'anna@kuldiga.lv', 'cita parole')).problem).toBe('wrong-credentials');
      expect(await scene.people()).toHaveLength(2);
    });

    it('one that is down leaves the others working', async () => {
      await scene.add(slapd, { domains: ['kuldiga.lv'] });
      await scene.add(other);
      await signInAs(api, 'inga', 'parole123');
      await slapd.pause();
      try {
        expect((await signInAs(api, 'inga', 'parole123')).account?.name).toBe('Inga Vītola');
        expect((await signInAs(api, 'anna@kuldiga.lv', password)).problem).toBe('provider-unavailable');
        // It may well be somebody of the one that is down.
        expect((await signInAs(api, 'anna', 'cita parole')).problem).toBe('provider-unavailable');
      } finally {
        await slapd.resume();
      }
      expect((await signInAs(api, 'anna', password)).account?.name).toBe('Anna Bērziņa');
    });

    it('a password that is somebody’s of ours goes to no other organisation', async () => {
      const elsewhere = await createDirectoryScene(api, 'Talsu novads');
      await elsewhere.add(other);
      await scene.add(slapd);
      await signInAs(api, 'jānis', password);
      await api.build.account({ organisationId: scene.organisation.id, username: 'inga' });
      expect((await signInAs(api, 'inga', 'parole123')).problem).toBe('wrong-credentials');
      expect(await elsewhere.people()).toEqual([]);
    });
  });

  it('records who came by which way, and nothing of the password', async () => {
    await scene.add(slapd);
    await signInAs(api, 'anna', password);
    await signInAs(api, 'anna', 'nepareiza parole');
    const entries = await api.context.db.connection('audit_entries').where({ action: 'session.sign-in' });
    expect(JSON.stringify(entries)).toContain('directory');
    expect(entries.map(({ result }) => result)).toContain('refused');
    expect(JSON.stringify(entries)).not.toMatch(/parole|pārole/);
  });
});
