import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import { readEntry } from './entry.ts';

const now = Instant.parse('2027-03-01T08:00:00.000Z');
const attributes = { login: 'uid', id: 'entryUUID', name: 'cn', email: 'mail', title: 'title' } as const;
const read = (entry: Record<string, string | string[] | Buffer>) =>
  readEntry({ dn: 'uid=anna,dc=lv', entryUUID: 'AB-1', uid: 'Anna', ...entry }, attributes, 'memberOf', now);

describe('an entry of a directory', () => {
  it('is read by names in any case, the first of several values', () => {
    expect(read({ CN: ['Anna Bērziņa', 'Bērziņa Anna'], MAIL: 'Anna@Kuldiga.LV', memberof: ['cn=a', 'cn=b'] })).toEqual(
      {
        dn: 'uid=anna,dc=lv',
        stableId: 'ab-1',
        login: 'anna',
        name: 'Anna Bērziņa',
        email: 'anna@kuldiga.lv',
        title: null,
        disabled: false,
        memberOf: ['cn=a', 'cn=b'],
      },
    );
  });

  it('does without what is not as it should be', () => {
    const odd = read({ cn: 'Anna\u0000', mail: 'nav adrese', title: 'x'.repeat(300) });
    expect(odd).toMatchObject({ name: 'anna', email: null, title: null });
  });

  it.each([
    ['no stable id', { entryUUID: [] }],
    ['an empty one', { entryUUID: '' }],
    ['no name: binding as nobody would always succeed', { dn: '' }],
  ])('is refused with %s', (_what, entry) => {
    expect(() => read(entry)).toThrow('no-stable-id');
  });

  it.each([
    ['a bit of Active Directory', { userAccountControl: '514' }, true],
    ['another bit', { userAccountControl: '66048' }, false],
    ['a date of Active Directory that is over', { accountExpires: '133485408000000000' }, true],
    ['one that is to come', { accountExpires: '135000000000000000' }, false],
    ['its two ways to say never', { accountExpires: '9223372036854775807' }, false],
    ['the other one', { accountExpires: '0' }, false],
    ['a lock for good', { pwdAccountLockedTime: '000001010000Z' }, true],
    ['a lock for a while', { pwdAccountLockedTime: '20270301075900Z' }, false],
    ['a lock of 389 Directory Server', { nsAccountLock: 'TRUE' }, true],
    ['days since 1970 that are over', { shadowExpire: '20000' }, true],
    ['days that are to come', { shadowExpire: '30000' }, false],
    ['no such day', { shadowExpire: '-1' }, false],
    ['nothing', { shadowExpire: [] }, false],
  ])('says whether somebody is let in: %s', (_what, entry, disabled) => {
    expect(read(entry).disabled).toBe(disabled);
  });
});
