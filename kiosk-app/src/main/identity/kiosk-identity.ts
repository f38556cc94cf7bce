import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type BridgeReply, publicKeyJwk, SIGNATURE_DOMAIN } from '../../bridge/bridge.ts';
import { type Log, reasonOf } from '../log.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { fileModeVault, type KeyVault } from './key-vault.ts';

/** Who this kiosk is: an id from the server and an Ed25519 key that never leaves the main process. */
export class KioskIdentity {
  readonly #settings: SettingsStore;
  readonly #vault: KeyVault;
  readonly #log: Log;
  #privateKey: KeyObject | null = null;

  constructor(settings: SettingsStore, vault: KeyVault, log: Log) {
    this.#settings = settings;
    this.#vault = vault;
    this.#log = log;
  }

  /** Makes and keeps a key pair when there is none. */
  describe(): Pick<BridgeReply<'identity'>, 'kioskId' | 'publicKey'> {
    const { x } = createPublicKey(this.#key()).export({ format: 'jwk' });
    const publicKey = publicKeyJwk.parse({ kty: 'OKP', crv: 'Ed25519', x });
    return { kioskId: this.#settings.current().kioskId, publicKey };
  }

  rememberKioskId(kioskId: string): void {
    this.#settings.update({ kioskId });
    this.#log.info('enrolled', { kioskId });
  }

  /** base64url of the 64-byte signature over `SIGNATURE_DOMAIN + challenge`. */
  sign(challenge: string): string {
    return sign(null, Buffer.from(SIGNATURE_DOMAIN + challenge, 'utf8'), this.#key()).toString('base64url');
  }

  forget(): void {
    const { kioskId } = this.#settings.current();
    this.#privateKey = null;
    this.#settings.update({ kioskId: null, key: null });
    this.#log.warn('the kiosk was revoked: id and key are dropped', { kioskId });
  }

  #key(): KeyObject {
    this.#privateKey ??= this.#storedKey() ?? this.#newKey();
    return this.#privateKey;
  }

  #storedKey(): KeyObject | null {
    const { key, kioskId } = this.#settings.current();
    if (!key) return null;
    const vault = key.protection === 'file-mode' ? fileModeVault : this.#vault;
    try {
      return createPrivateKey(vault.open(Buffer.from(key.sealed, 'base64')));
    } catch (error) {
      this.#log.error("the kiosk's key can't be opened any more: it must be enrolled again", {
        kioskId,
        reason: reasonOf(error),
      });
      this.#settings.update({ kioskId: null, key: null });
      return null;
    }
  }

  #newKey(): KeyObject {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const sealed = this.#vault.seal(pem).toString('base64');
    this.#settings.update({ key: { protection: this.#vault.protection, sealed } });
    return privateKey;
  }
}
