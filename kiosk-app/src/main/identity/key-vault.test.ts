import { describe, expect, it } from 'vitest';
import { recordingLog } from '../testing/recording-log.ts';
import { chooseVault } from './key-vault.ts';

const keyring = (backend: 'basic_text' | 'gnome_libsecret', available = true) => ({
  isEncryptionAvailable: () => available,
  getSelectedStorageBackend: () => backend,
  encryptString: (text: string) => Buffer.from(`sealed ${text}`),
  decryptString: (sealed: Buffer) => sealed.toString().slice('sealed '.length),
});

describe('the key vault', () => {
  it("is the machine's keyring where there is one", () => {
    const { lines, log } = recordingLog();
    const vault = chooseVault(keyring('gnome_libsecret'), log);
    expect(vault.protection).toBe('safe-storage');
    expect(vault.seal('secret').toString()).toBe('sealed secret');
    expect(vault.open(vault.seal('secret'))).toBe('secret');
    expect(lines).toEqual([]);
  });

  it.each([keyring('basic_text'), keyring('gnome_libsecret', false)])(
    'is the file mode, with a warning, where there is none',
    (absent) => {
      const { lines, log } = recordingLog();
      expect(chooseVault(absent, log).protection).toBe('file-mode');
      expect(lines).toEqual([expect.objectContaining({ level: 'warn' })]);
    },
  );
});
