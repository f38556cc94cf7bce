import { generateKeyPairSync, randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { Config } from '../config/config.ts';
import type { DatabaseConfig } from '../config/database-url.ts';
import { Ed25519PrivateKey } from '../config/secrets.ts';

/** Browsers in tests say that they are there. */
export const testOrigin = 'http://localhost:4000';

const signingKey = (kid: string) =>
  Ed25519PrivateKey.parse({ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid });
const calendarKey = randomBytes(32);
const citizenKey = { id: 'test', key: randomBytes(32) };
const signInKey = randomBytes(32);
const ticketKey = signingKey('test');
const auditKey = signingKey('test-audit');

/** A whole configuration without an environment: any free port, silent, no general rate limits. */
export function testConfig(database: DatabaseConfig, changes: Partial<Config> = {}): Config {
  return {
    host: '127.0.0.1',
    port: 0,
    publicOrigin: testOrigin,
    https: false,
    database,
    nodeSecret: 'a secret of the tests, long enough for all',
    ticketKey,
    auditKey,
    metricsToken: undefined,
    calendars: { key: calendarKey, allowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')] },
    citizens: { keys: [citizenKey], signIn: undefined },
    mediaOrigins: ['http://localhost:4001'],
    turn: undefined,
    callComeBackMs: 90_000,
    mail: undefined,
    logLevel: 'silent',
    trustProxy: false,
    signIn: {
      key: signInKey,
      localAccounts: true,
      secondFactorRequired: false,
      allowedNetworks: [ipaddr.parseCIDR('127.0.0.0/8')],
    },
    session: { idleMs: 30 * 60_000, longestMs: 12 * 3_600_000 },
    kiosk: { codeMs: 24 * 3_600_000, tokenMs: 15 * 60_000 },
    rateLimits: false,
    requestsPerMinute: 1200,
    ...changes,
  };
}
