import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { variables } from './config.ts';
import { ConfigError, readConfig } from './read-config.ts';

const directory = mkdtempSync(join(tmpdir(), 'config-'));
const secretFile = join(directory, 'secret');
const keyFile = join(directory, 'key');
const calendarKeyFile = join(directory, 'calendar-key');
const signInKeyFile = join(directory, 'sign-in-key');
const citizenKeyFile = join(directory, 'citizen-keys');
const secrets = {
  NODE_SECRET_FILE: secretFile,
  TICKET_KEY_FILE: keyFile,
  AUDIT_KEY_FILE: keyFile,
  CALENDAR_KEY_FILE: calendarKeyFile,
  SIGN_IN_KEY_FILE: signInKeyFile,
  CITIZEN_KEY_FILE: citizenKeyFile,
};

beforeAll(() => {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  writeFileSync(secretFile, `${'s'.repeat(40)}\n`);
  writeFileSync(calendarKeyFile, Buffer.alloc(32, 7).toString('base64url'));
  writeFileSync(signInKeyFile, Buffer.alloc(32, 8).toString('base64url'));
  writeFileSync(
    citizenKeyFile,
    `new:${Buffer.alloc(32, 9).toString('base64url')}\nold:${Buffer.alloc(32, 1).toString('base64url')}\n`,
  );
  writeFileSync(keyFile, JSON.stringify({ ...jwk, kid: 'one' }));
});
afterAll(() => rmSync(directory, { recursive: true }));

const linesFor = (env: NodeJS.ProcessEnv): string[] => {
  try {
    readConfig({ ...secrets, ...env });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
};

describe('reading the configuration', () => {
  it('has a default for everything but the secrets', () => {
    const config = readConfig(secrets);
    expect(config).toMatchObject({
      port: 4000,
      publicOrigin: 'http://localhost:4000',
      https: false,
      database: { engine: 'sqlite', filename: '.data/remote-clerk.sqlite' },
      session: { idleMs: 1_800_000, longestMs: 43_200_000 },
      trustProxy: false,
    });
    expect(config.nodeSecret).toBe('s'.repeat(40));
    expect(config.ticketKey.kid).toBe('one');
    expect(config.auditKey.kid).toBe('one');
    expect(config.calendars.key).toEqual(Buffer.alloc(32, 7));
    expect(config.calendars.allowedNetworks).toEqual([]);
    expect(config.signIn).toMatchObject({ key: Buffer.alloc(32, 8), localAccounts: true, secondFactorRequired: true });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ ...secrets, API_PORT: '', PUBLIC_URL: '' }).port).toBe(4000);
  });

  it('says all that is wrong at once, a line for each variable', () => {
    const lines = linesFor({
      API_PORT: '70000',
      PUBLIC_URL: 'ftp://somewhere',
      DATABASE_URL: 'mysql://no',
      LOG_LEVEL: 'loud',
      NODE_SECRET_FILE: join(directory, 'none'),
    });
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      'API_PORT',
      'DATABASE_URL',
      'LOG_LEVEL',
      'NODE_SECRET_FILE',
      'PUBLIC_URL',
    ]);
  });

  it('never puts the content of a secret into what it says', () => {
    const short = join(directory, 'short');
    writeFileSync(short, 'hunter2');
    expect(
      linesFor({ NODE_SECRET_FILE: short, TICKET_KEY_FILE: short, CALENDAR_KEY_FILE: short }).join('\n'),
    ).not.toContain('hunter2');
  });

  it('can do without local accounts, or without their second factor', () => {
    const env = { ...secrets, LOCAL_ACCOUNTS: 'off', SECOND_FACTOR: 'optional' };
    expect(readConfig(env).signIn).toMatchObject({ localAccounts: false, secondFactorRequired: false });
    expect(linesFor({ SECOND_FACTOR: 'no' })).toEqual([expect.stringMatching(/^SECOND_FACTOR: /)]);
  });

  it('takes several keys for personal codes, each with a name of its own, the present one first', () => {
    const { keys } = readConfig(secrets).citizens;
    expect(keys.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(keys[0].key).toEqual(Buffer.alloc(32, 9));
    const broken = join(directory, 'broken-keys');
    const key = Buffer.alloc(32, 1).toString('base64url');
    for (const text of ['', key, `one:${key}\none:${key}`, 'one:short']) {
      writeFileSync(broken, text);
      expect(linesFor({ CITIZEN_KEY_FILE: broken })[0]).toMatch(/^CITIZEN_KEY_FILE/);
    }
  });

  it('knows through whom citizens sign in only with the name that it has there', () => {
    const issuer = { CITIZEN_SIGN_IN_ISSUER: 'https://viss.example' };
    expect(linesFor(issuer)[0]).toMatch(/^CITIZEN_SIGN_IN_CLIENT_ID/);
    const { citizens } = readConfig({ ...secrets, ...issuer, CITIZEN_SIGN_IN_CLIENT_ID: 'kiosk' });
    expect(citizens.signIn).toMatchObject({ name: 'latvija.lv', clientId: 'kiosk', clientSecret: null });
  });

  it('takes networks of which calendars may be read', () => {
    const { calendars } = readConfig({ ...secrets, CALENDAR_ALLOWED_NETWORKS: '10.20.0.0/16, fd00::/8' });
    expect(calendars.allowedNetworks.map(([address, bits]) => `${address}/${bits}`)).toEqual([
      '10.20.0.0/16',
      'fd00::/8',
    ]);
    expect(linesFor({ CALENDAR_ALLOWED_NETWORKS: '10.20.0.0' })[0]).toMatch(/^CALENDAR_ALLOWED_NETWORKS/);
  });

  it.each([
    ['', false],
    ['1', 1],
    ['10.0.0.0/8, 192.168.1.7', ['10.0.0.0/8', '192.168.1.7']],
  ])('understands TRUST_PROXY %j', (text, expected) => {
    expect(readConfig({ ...secrets, TRUST_PROXY: text }).trustProxy).toEqual(expected);
  });

  it('refuses proxies that are no addresses', () => {
    expect(linesFor({ TRUST_PROXY: 'my-proxy' })).toEqual([expect.stringMatching(/^TRUST_PROXY: must be a count/)]);
  });

  describe('of mail', () => {
    const mail = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Klātienē <noreply@example.lv>' };

    it('is none where there is no server', () => {
      expect(readConfig({ ...secrets, MAIL_FROM: 'noreply@example.lv' }).mail).toBeUndefined();
    });

    it.each([
      ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false }],
      ['smtps://mail.example', { host: 'mail.example', port: 465, secure: true }],
      ['smtp://[::1]:2525', { host: '::1', port: 2525, secure: false }],
    ])('understands %s', (url, server) => {
      const from = { name: 'Klātienē', address: 'noreply@example.lv' };
      expect(readConfig({ ...secrets, ...mail, SMTP_URL: url }).mail).toEqual({ ...server, from, auth: undefined });
    });

    it('takes the user from the address and the password from a file', () => {
      const passwordFile = join(directory, 'password');
      writeFileSync(passwordFile, 'hunter2\n');
      const env = { ...secrets, ...mail, SMTP_URL: 'smtp://me%40here@mail.example', SMTP_PASSWORD_FILE: passwordFile };
      expect(readConfig(env).mail?.auth).toEqual({ user: 'me@here', pass: 'hunter2' });
    });

    it.each([
      ['an address alone', 'noreply@example.lv', { name: '', address: 'noreply@example.lv' }],
      ['a quoted name', '"VARAM, KAC" <noreply@example.lv>', { name: 'VARAM, KAC', address: 'noreply@example.lv' }],
    ])('understands %s as sender', (_what, text, from) => {
      expect(readConfig({ ...secrets, ...mail, MAIL_FROM: text }).mail?.from).toEqual(from);
    });

    it.each([
      ['a password in the address', { SMTP_URL: 'smtp://me:hunter2@mail.example' }, 'SMTP_URL'],
      ['another protocol', { SMTP_URL: 'https://mail.example' }, 'SMTP_URL'],
      ['no sender', { MAIL_FROM: '' }, 'MAIL_FROM'],
      ['a sender that is none', { MAIL_FROM: 'the office' }, 'MAIL_FROM'],
      ['a user without a password', { SMTP_URL: 'smtp://me@mail.example' }, 'SMTP_PASSWORD_FILE'],
      ['a password without a user', { SMTP_PASSWORD_FILE: secretFile }, 'SMTP_URL'],
    ])('refuses %s', (_what, env, variable) => {
      const lines = linesFor({ ...mail, ...env });
      expect(lines).toEqual([expect.stringMatching(new RegExp(`^${variable}: `))]);
      expect(lines.join()).not.toContain('hunter2');
    });
  });

  describe('of relays', () => {
    const urls = 'turn:turn.example.lv:3478, turns:turn.example.lv:443?transport=tcp';

    it('is none where none is named, and else has the secret from a file', () => {
      expect(readConfig(secrets).turn).toBeUndefined();
      expect(readConfig({ ...secrets, TURN_URLS: urls, TURN_SECRET_FILE: secretFile }).turn).toEqual({
        urls: urls.split(', '),
        secret: 's'.repeat(40),
      });
    });

    it.each([
      ['one without a secret', { TURN_URLS: urls }, 'TURN_SECRET_FILE'],
      ['a secret without one', { TURN_SECRET_FILE: secretFile }, 'TURN_URLS'],
      ['another protocol', { TURN_URLS: 'stun:turn.example.lv', TURN_SECRET_FILE: secretFile }, 'TURN_URLS'],
    ])('refuses %s', (_what, env, variable) => {
      expect(linesFor(env)).toEqual([expect.stringMatching(new RegExp(`^${variable}: `))]);
    });
  });

  it('waits for an end of a call as long as it is told to', () => {
    expect(readConfig(secrets).callComeBackMs).toBe(90_000);
    expect(readConfig({ ...secrets, CALL_COME_BACK_SECONDS: '10' }).callComeBackMs).toBe(10_000);
  });

  it('knows exactly the variables that .env.example names', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
    const mediaNodeOnly = [
      'SFU_NODE_ID',
      'SFU_HOST',
      'SFU_PORT',
      'SFU_ANNOUNCED_ADDRESS',
      'SFU_LISTEN_ADDRESS',
      'SFU_MEDIA_PORT',
      'SFU_WORKERS',
      'SFU_DRAIN_SECONDS',
      'SFU_API_URL',
    ];
    expect(named.filter((name) => !mediaNodeOnly.includes(name)).sort()).toEqual(Object.keys(variables).sort());
  });
});
