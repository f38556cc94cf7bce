import { createPrivateKey, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureCitizenKeys, ensureEncryptionKey, ensureNodeSecret, ensureSigningKey } from './secrets.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a secret', () => {
  it('is readable by its owner alone', () => {
    const file = path.join(folder, 'secrets/node-secret');
    ensureNodeSecret(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  });

  it('of a media node is 32 random bytes', () => {
    const file = path.join(folder, 'node-secret');
    ensureNodeSecret(file);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64url')).toHaveLength(32);
  });

  it('to encrypt with is 32 random bytes', () => {
    const file = path.join(folder, 'calendar-key');
    ensureEncryptionKey(file);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64url')).toHaveLength(32);
  });

  it('for personal codes is 32 random bytes with a name', () => {
    const file = path.join(folder, 'citizen-keys');
    ensureCitizenKeys(file);
    expect(readFileSync(file, 'utf8')).toMatch(/^1:[\w-]{43}\n$/);
  });

  it('for call tickets is a key that signs, with an id', () => {
    const file = path.join(folder, 'ticket-key.jwk');
    ensureSigningKey(file);
    const jwk = JSON.parse(readFileSync(file, 'utf8'));
    expect(jwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: expect.any(String) });
    expect(sign(null, Buffer.from('x'), createPrivateKey({ key: jwk, format: 'jwk' }))).toHaveLength(64);
  });

  it('stays as it is once it is there', () => {
    const file = path.join(folder, 'node-secret');
    ensureNodeSecret(file);
    const first = readFileSync(file, 'utf8');
    ensureNodeSecret(file);
    expect(readFileSync(file, 'utf8')).toBe(first);
  });
});
