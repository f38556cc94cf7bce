import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SECRET_BYTES = 32;

/** Makes the secret that media nodes share with the scheduler-api: random bytes in base64url. */
export function ensureNodeSecret(file: string): void {
  writeSecretOnce(file, () => randomBytes(SECRET_BYTES).toString('base64url'));
}

/** Makes a key that encrypts what the scheduler-api must have back in clear: random bytes in base64url. */
export function ensureEncryptionKey(file: string): void {
  writeSecretOnce(file, () => randomBytes(SECRET_BYTES).toString('base64url'));
}

/** Makes the first key of those that close citizens' personal codes: a line with its name and random bytes in base64url. */
export function ensureCitizenKeys(file: string): void {
  writeSecretOnce(file, () => `1:${randomBytes(SECRET_BYTES).toString('base64url')}\n`);
}

/** Makes a key that signs, of call tickets or of the record: an Ed25519 private JWK with a `kid`. */
export function ensureSigningKey(file: string): void {
  writeSecretOnce(file, () => {
    const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    return JSON.stringify({ ...jwk, kid: randomUUID(), alg: 'EdDSA', use: 'sig' }, null, 2);
  });
}

function writeSecretOnce(file: string, make: () => string): void {
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, make(), { mode: 0o600 });
}
