import { describe, expect, it } from 'vitest';
import { hashPassword, passwordMatches } from './password.ts';

describe('a password hash', () => {
  it('is argon2id with its salt and cost in it, and never the same twice', async () => {
    const [one, two] = await Promise.all([hashPassword('parole'), hashPassword('parole')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
  });

  it('matches its own password alone, however its letters are composed', async () => {
    const stored = await hashPassword('pārole');
    expect(await passwordMatches('pa\u0304role', stored)).toBe(true);
    expect(await passwordMatches('parole', stored)).toBe(false);
  });

  it('of another cost is still understood', async () => {
    // Of RFC 9106's form, made with the argon2 command line tool: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
    const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await passwordMatches('password', stored)).toBe(true);
  });

  it('that is malformed is an error, not a mismatch', async () => {
    await expect(passwordMatches('x', 'plain text')).rejects.toThrow('malformed');
  });
});
