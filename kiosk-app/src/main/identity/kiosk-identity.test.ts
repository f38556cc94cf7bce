import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memorySettings } from '../testing/memory-settings.ts';
import { recordingLog } from '../testing/recording-log.ts';
import { fileModeVault, type KeyVault } from './key-vault.ts';
import { KioskIdentity } from './kiosk-identity.ts';

const identityOf = (settings = memorySettings(), vault: KeyVault = fileModeVault) =>
  new KioskIdentity(settings, vault, recordingLog().log);

describe("a kiosk's identity", () => {
  it('begins with a key and without an id', () => {
    const { kioskId, publicKey } = identityOf().describe();
    expect(kioskId).toBeNull();
    expect(publicKey).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
  });

  it('stays the same over restarts', () => {
    const settings = memorySettings();
    const before = identityOf(settings);
    before.rememberKioskId('kuldiga-1');
    const { publicKey } = before.describe();
    expect(identityOf(settings).describe()).toEqual({ kioskId: 'kuldiga-1', publicKey });
  });

  it('signs a challenge so that the server can verify it, within its own domain only', () => {
    const identity = identityOf();
    const key = createPublicKey({ key: identity.describe().publicKey, format: 'jwk' });
    const signature = Buffer.from(identity.sign('challenge-of-today'), 'base64url');
    expect(verify(null, Buffer.from('remote-clerk:kiosk:v1:challenge-of-today'), key, signature)).toBe(true);
    expect(verify(null, Buffer.from('challenge-of-today'), key, signature)).toBe(false);
  });

  it('describes itself without the private half', () => {
    const settings = memorySettings();
    const described = JSON.stringify(identityOf(settings).describe());
    expect(Object.keys(JSON.parse(described).publicKey).sort()).toEqual(['crv', 'kty', 'x']);
  });

  it('is another one after it was forgotten', () => {
    const identity = identityOf();
    identity.rememberKioskId('kuldiga-1');
    const { publicKey } = identity.describe();
    identity.forget();
    expect(identity.describe().kioskId).toBeNull();
    expect(identity.describe().publicKey).not.toEqual(publicKey);
  });

  it('asks to be enrolled again when the keyring no longer opens the key', () => {
    const settings = memorySettings();
    const keyring: KeyVault = { ...fileModeVault, protection: 'safe-storage' };
    const { publicKey } = identityOf(settings, keyring).describe();
    settings.update({ kioskId: 'kuldiga-1' });
    const lostKeyring: KeyVault = {
      ...keyring,
      open: () => {
        throw new Error('another account');
      },
    };
    const after = identityOf(settings, lostKeyring).describe();
    expect(after.kioskId).toBeNull();
    expect(after.publicKey).not.toEqual(publicKey);
  });
});
