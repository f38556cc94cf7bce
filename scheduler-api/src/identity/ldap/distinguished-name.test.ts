import { describe, expect, it } from 'vitest';
import { comparableName } from './distinguished-name.ts';

describe('two ways to write one name', () => {
  it.each([
    ['case', 'CN=Speciālisti,OU=Grupas,DC=kuldiga,DC=lv', 'cn=speciālisti,ou=grupas,dc=kuldiga,dc=lv'],
    ['spaces', 'cn=Klientu  centrs , ou = Grupas', 'cn=klientu centrs,ou=grupas'],
    ['letters as bytes', 'cn=Speci\\C4\\81listi,ou=x', 'cn=speciālisti,ou=x'],
    ['a comma as itself and as a byte', 'cn=Bērziņa\\, Anna,ou=x', 'cn=B\\c4\\93rzi\\c5\\86a\\2C Anna,ou=x'],
    ['the order of a name of two parts', 'cn=a+uid=b,ou=x', 'uid=b+cn=a,ou=x'],
    ['letters made of two', 'cn=a\u0304,ou=x', 'cn=ā,ou=x'],
  ])('are the same: %s', (_what, one, other) => {
    expect(comparableName(one)).toBe(comparableName(other));
  });

  it.each([
    ['another unit', 'cn=a,ou=x', 'cn=a,ou=y'],
    ['a comma that is part of a name', 'cn=a\\,ou=x', 'cn=a,ou=x'],
    ['letters that only look alike', 'cn=Anna Berzina,ou=x', 'cn=Anna Bērziņa,ou=x'],
    ['a backslash', 'cn=a\\\\,ou=x', 'cn=a\\,ou=x'],
  ])('are not: %s', (_what, one, other) => {
    expect(comparableName(one)).not.toBe(comparableName(other));
  });
});
