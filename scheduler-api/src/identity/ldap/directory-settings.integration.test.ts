import { createServer } from 'node:net';
import { identityAdministrationRoutes as routes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../../testing/boot-api.ts';
import type { DirectoryWish } from '../../testing/directory-examples.ts';
import { createDirectoryScene, outcomeOf, settingsFor, signInAs } from '../../testing/directory-scene.ts';
import { bindPassword, hasSlapd, type Slapd, startSlapd } from '../../testing/slapd.ts';

describe.skipIf(!hasSlapd)('the settings of a directory', () => {
  let slapd: Slapd;
  let stranger: Slapd;
  let api: TestApi;
  let scene: Awaited<ReturnType<typeof createDirectoryScene>>;
  beforeAll(async () => {
    [slapd, stranger] = await Promise.all([startSlapd(), startSlapd({ host: 'ldap.example.lv' })]);
    await slapd.addPeople({ uid: 'anna', name: 'Anna Bērziņa', title: 'Konsultante', email: 'anna@kuldiga.lv' });
    await slapd.setGroup('Klientu centrs, «A»', 'anna');
    await slapd.addPeople({ uid: 'guna', name: 'Guna Ģēģere', objectGuid: Buffer.from('00ff28292a5c', 'hex') });
  });
  afterAll(() => Promise.all([slapd.stop(), stranger.stop()]));
  beforeEach(async () => {
    api = await bootApi({ overrides: { frontEnds: {} } });
    scene = await createDirectoryScene(api);
  });
  afterEach(() => api.close());

  const attempt = (changes: Partial<DirectoryWish> = {}, login = 'anna', from = slapd) =>
    outcomeOf(
      scene.administrator.call(routes.tryDirectory, {
        body: { ...settingsFor(from, changes), directoryId: null, login },
      }),
    );

  it('are tried: somebody is found, with their groups and the roles that these give', async () => {
    const groups = [{ group: 'cn=klientu centrs\\2C «a»,ou=groups,dc=kuldiga,dc=lv', roleId: 'clerk' }];
    expect(await attempt({ groups })).toMatchObject({
      problem: null,
      person: { login: 'anna', name: 'Anna Bērziņa', title: 'Konsultante', roleIds: ['clerk'], disabled: false },
    });
  });

  it('can name people by an id that is made of bytes', async () => {
    const attributes = { login: 'uid', id: 'objectGUID', name: 'cn', email: null, title: null } as const;
    expect(await attempt({ attributes }, 'guna')).toMatchObject({ person: { name: 'Guna Ģēģere' } });
    expect(await attempt({ attributes })).toMatchObject({ problem: 'no-stable-id' });
    await scene.add(slapd, { attributes });
    expect((await signInAs(api, 'guna', 'parole123')).account?.name).toBe('Guna Ģēģere');
    expect(await scene.synchronise()).toMatchObject({ outcome: 'done', people: 1 });
  });

  it.each<[string, Partial<DirectoryWish>, string]>([
    ['nobody at the address', { url: 'ldaps://127.0.0.1:1' }, 'unreachable'],
    ['a name that does not exist', { url: 'ldaps://nav.invalid' }, 'unreachable'],
    ['an address of a network that is not ours to ask', { url: 'ldaps://169.254.169.254' }, 'address-not-allowed'],
    ['an authority that is not known', { certificate: null }, 'certificate-not-trusted'],
    ['a wrong bind password', { bindPassword: 'cita' }, 'bind-refused'],
    ['a bind DN that is nobody', { bindDn: 'cn=nav,dc=kuldiga,dc=lv' }, 'bind-refused'],
    ['a base that does not exist', { baseDn: 'ou=nav,dc=kuldiga,dc=lv' }, 'base-not-found'],
    ['a base that is no name', { baseDn: 'ou=people,,' }, 'base-not-found'],
    ['groups where there are none', { groupBaseDn: 'ou=nav,dc=kuldiga,dc=lv' }, 'base-not-found'],
    [
      'the wrong attribute',
      { attributes: { login: 'mail', id: 'entryUUID', name: 'cn', email: null, title: null } },
      'nobody-found',
    ],
  ])('are told what is wrong: %s', async (_what, changes, problem) => {
    expect(await attempt(changes)).toEqual({ problem, person: null });
  });

  it('are told when several have the login', async () => {
    const attributes = { login: 'objectClass', id: 'entryUUID', name: 'cn', email: null, title: null } as const;
    expect(await attempt({ attributes }, 'inetOrgPerson')).toMatchObject({ problem: 'several-found' });
  });

  it('need a certificate that is for their host', async () => {
    expect(await attempt({}, 'anna', stranger)).toMatchObject({ problem: 'certificate-of-another' });
    expect(await attempt({ url: stranger.startTlsUrl }, 'anna', stranger)).toMatchObject({
      problem: 'certificate-of-another',
    });
    await scene.add(stranger);
    expect((await signInAs(api, 'anna', 'parole123')).problem).toBe('provider-unavailable');
  });

  it('need a certificate of their own authority, not of another', async () => {
    expect(await attempt({ certificate: stranger.certificate })).toMatchObject({ problem: 'certificate-not-trusted' });
    const startTls = { certificate: stranger.certificate, url: slapd.startTlsUrl };
    expect(await attempt(startTls)).toMatchObject({ problem: 'certificate-not-trusted' });
  });

  it.each([
    [
      'says more than its answer before TLS',
      '300c02010178070a010004000400300c02010261070a010004000400',
      'not-a-directory',
    ],
    ['does not know StartTLS', '300c02010178070a010204000400', 'no-tls'],
    ['is no directory', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n').toString('hex'), 'not-a-directory'],
  ])('are told when the server %s', async (_what, answer, problem) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('data', () => socket.write(Buffer.from(answer, 'hex')));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    expect(await attempt({ url: `ldap://127.0.0.1:${port}` })).toEqual({ problem, person: null });
    server.close();
  });

  it('never tell their password', async () => {
    const created = await scene.add(slapd);
    const said = JSON.stringify([created, await scene.list()]);
    expect(said).not.toContain(bindPassword);
    const rows = await api.context.db.connection('directories');
    expect(JSON.stringify(rows)).not.toContain(bindPassword);
  });

  it('do not send the password that is kept to another server, or to one that is trusted otherwise', async () => {
    const { id } = await scene.add(slapd);
    const { bindPassword: _, ...settings } = settingsFor(slapd);
    const change = (changes: Partial<DirectoryWish>) =>
      outcomeOf(
        scene.administrator.call(routes.changeDirectory, {
          params: { directoryId: id },
          body: { ...settings, ...changes },
        }),
      );
    const tryWith = (changes: Partial<DirectoryWish>) =>
      outcomeOf(
        scene.administrator.call(routes.tryDirectory, {
          body: { ...settings, ...changes, directoryId: id, login: 'anna' },
        }),
      );
    for (const changes of [{ url: stranger.url }, { certificate: stranger.certificate }, { bindDn: 'cn=admin,dc=x' }]) {
      expect(await change(changes)).toBe('invalid-request');
      expect(await tryWith(changes)).toBe('invalid-request');
    }
    expect(await change({ name: 'Cits vārds' })).toMatchObject({ name: 'Cits vārds' });
    expect(await tryWith({ baseDn: slapd.peopleDn })).toMatchObject({ person: { name: 'Anna Bērziņa' } });
  });

  it.each<[string, Partial<DirectoryWish>]>([
    ['another protocol', { url: 'http://ldap.kuldiga.lv' }],
    ['a path in the address', { url: 'ldaps://ldap.kuldiga.lv/dc=lv??sub' }],
    ['a certificate that is none', { certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' }],
    ['a role that does not exist', { groups: [{ group: 'cn=x,dc=lv', roleId: 'karalis' }] }],
  ])('are refused with %s', async (_what, changes) => {
    expect(await outcomeOf(scene.add(slapd, changes))).toBe('invalid-request');
  });

  it('name no domain of another organisation', async () => {
    await scene.add(slapd, { domains: ['kuldiga.lv'] });
    const elsewhere = await createDirectoryScene(api, 'Talsu novads');
    expect(await outcomeOf(elsewhere.add(slapd, { domains: ['kuldiga.lv'] }))).toBe('conflict');
    await scene.add(slapd, { domains: ['kuldiga.lv'] });
  });

  it('sign everyone out who came through it when it is turned off', async () => {
    const { id } = await scene.add(slapd);
    const { client } = await signInAs(api, 'anna', 'parole123');
    const body = { ...settingsFor(slapd), enabled: false };
    await scene.administrator.call(routes.changeDirectory, { params: { directoryId: id }, body });
    expect((await client.raw('/api/v1/sessions/current')).status).toBe(401);
  });

  it('are put in an order of trust, in which those of others keep their places', async () => {
    const first = await scene.add(slapd, { name: 'Pirmais' });
    const elsewhere = await createDirectoryScene(api, 'Talsu novads');
    const theirs = await elsewhere.add(slapd, { name: 'Svešs' });
    const second = await scene.add(slapd, { name: 'Otrais' });
    const order = (...directoryIds: (typeof first)['id'][]) =>
      outcomeOf(scene.administrator.call(routes.orderDirectories, { body: { directoryIds } }));
    expect(await order(second.id, first.id)).toMatchObject({ directories: [{ name: 'Otrais' }, { name: 'Pirmais' }] });
    expect(await order(first.id)).toBe('conflict');
    expect(await order(first.id, theirs.id)).toBe('not-found');
    const rows: { name: string }[] = await api.context.db.connection('directories').orderBy('trust_order');
    expect(rows.map(({ name }) => name)).toEqual(['Otrais', 'Svešs', 'Pirmais']);
  });
});
