import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigitOf, formatPersonalCode, maskPersonalCode, PersonalCode } from './personal-code.ts';

const isValid = (text: string) => PersonalCode.safeParse(text).success;
const two = (figure: number) => String(figure).padStart(2, '0');

/** Any code of the kind that was given before July 2017. */
const older = fc
  .record({
    born: fc.date({ min: new Date('1800-01-01'), max: new Date('2017-06-30'), noInvalidDate: true }),
    number: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ born, number }) => {
    const year = born.getUTCFullYear();
    const date = two(born.getUTCDate()) + two(born.getUTCMonth() + 1) + two(year % 100);
    const digits = `${date}${Math.floor(year / 100) - 18}${String(number).padStart(3, '0')}`;
    return digits + checkDigitOf(digits);
  });
const newer = fc
  .record({ first: fc.integer({ min: 32, max: 39 }), rest: fc.integer({ min: 0, max: 999_999_999 }) })
  .map(({ first, rest }) => `${first}${String(rest).padStart(9, '0')}`);

describe('a personal code', () => {
  it('of the older kind is one for every birthday and number', () => {
    fc.assert(fc.property(older, (code) => isValid(code)));
  });

  it('of the older kind is none with one digit changed after its date', () => {
    fc.assert(
      fc.property(older, fc.integer({ min: 7, max: 10 }), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const changed = code.slice(0, at) + ((Number(code[at]) + by) % 10) + code.slice(at + 1);
        // Ten is written as nought, so that in these few cases two digits check the same.
        fc.pre(checkDigitOf(changed.slice(0, 10)) !== Number(changed[10]));
        return !isValid(changed);
      }),
    );
  });

  it('of the newer kind is one whatever follows its beginning', () => {
    fc.assert(fc.property(newer, (code) => isValid(code)));
  });

  it('is the same however it is written', () => {
    fc.assert(
      fc.property(fc.oneof(older, newer), (digits) => {
        const code = PersonalCode.parse(digits);
        expect(formatPersonalCode(code)).toMatch(/^\d{6}-\d{5}$/);
        for (const written of [formatPersonalCode(code), ` ${digits} `, `PNOLV-${digits}`, `LV/LV/${digits}`])
          expect(PersonalCode.parse(written)).toBe(code);
      }),
    );
  });

  it('is never told by what is shown in its stead', () => {
    fc.assert(
      fc.property(fc.oneof(older, newer), (digits) => {
        const masked = maskPersonalCode(PersonalCode.parse(digits));
        expect(masked).toMatch(/^\d\d••••-•••\d\d$/);
        expect(masked.replaceAll(/\D/g, '')).toHaveLength(4);
      }),
    );
  });

  it('is checked against one that was published', () => {
    expect(isValid('161175-19997')).toBe(true);
    expect(isValid('161375-19997')).toBe(false);
    expect(isValid('161175-19996')).toBe(false);
  });

  it.each(['', '12345', '300299-12345', '000000-00000', '161175-39997', '1611751999', '161175-199977', 'abcdef-ghijk'])(
    'is not %j',
    (text) => {
      expect(isValid(text)).toBe(false);
    },
  );

  it('is not repeated by the refusal of another', () => {
    const { error } = PersonalCode.safeParse('161175-19996');
    expect(JSON.stringify(error)).not.toContain('16117');
  });
});
