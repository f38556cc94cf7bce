import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

const key = randomBytes(32);
const text = '{"address":"https://kalendārs.example/x?token=ā","password":"pārole 🔑"}';

describe('what is sealed', () => {
  it('is opened again', () => {
    expect(unseal(seal(text, key, 'one'), key, 'one')).toBe(text);
  });

  it('shows nothing of itself, and is never the same twice', () => {
    const sealed = seal(text, key, 'one');
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('example');
    expect(seal(text, key, 'one')).not.toBe(sealed);
  });

  it('opens with no other key', () => {
    expect(() => unseal(seal(text, key, 'one'), randomBytes(32), 'one')).toThrow();
  });

  it('opens in no other place', () => {
    expect(() => unseal(seal(text, key, 'one'), key, 'two')).toThrow();
  });

  it('does not open when any byte of it was changed', () => {
    const bytes = Buffer.from(seal(text, key, 'one'), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (bytes[index] ?? 0) ^ 1;
      expect(() => unseal(changed.toString('base64url'), key, 'one'), `byte ${index}`).toThrow();
    }
  });

  it.each(['', 'AAAA'])('does not open when it is cut off: %j', (sealed) => {
    expect(() => unseal(sealed, key, 'one')).toThrow();
  });
});
