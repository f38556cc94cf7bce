import type { SafeStorage } from 'electron';
import type { Log } from '../log.ts';

/** Keeps a secret unreadable while it lies in the settings file. */
export interface KeyVault {
  readonly protection: 'safe-storage' | 'file-mode';
  seal(secret: string): Buffer;
  /** Throws when it was sealed by another account or machine. */
  open(sealed: Buffer): string;
}

/** No keyring: the file's mode (0600) and the disk's encryption are all there is. */
export const fileModeVault: KeyVault = {
  protection: 'file-mode',
  seal: (secret) => Buffer.from(secret, 'utf8'),
  open: (sealed) => sealed.toString('utf8'),
};

type KeyringPart = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;

/** The operating system's keyring where there is one. Electron's `basic_text` encrypts with a key that everyone knows. */
export const chooseVault = (keyring: KeyringPart, log: Log): KeyVault => {
  const backend = keyring.isEncryptionAvailable() ? keyring.getSelectedStorageBackend() : 'none';
  if (backend === 'none' || backend === 'basic_text') {
    log.warn("no keyring on this machine: the kiosk's key is protected by its file's mode alone", { backend });
    return fileModeVault;
  }
  return {
    protection: 'safe-storage',
    seal: (secret) => keyring.encryptString(secret),
    open: (sealed) => keyring.decryptString(sealed),
  };
};
