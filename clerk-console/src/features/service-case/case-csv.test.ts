import { describe, expect, it } from 'vitest';
import { toCsv } from './case-csv.ts';

const body = (rows: string[][]) => toCsv(rows).slice(1);

describe('toCsv', () => {
  it('begins with a byte order mark, so that spreadsheets see Latvian letters', () => {
    expect(toCsv([['Pakalpojums']]).charCodeAt(0)).toBe(0xfeff);
  });

  it('separates with semicolons and ends every line', () => {
    expect(
      body([
        ['a', 'b'],
        ['c', ''],
      ]),
    ).toBe('a;b\r\nc;\r\n');
  });

  it('quotes what would break a row', () => {
    expect(body([['a;b', 'say "yes"', 'two\nlines']])).toBe('"a;b";"say ""yes""";"two\nlines"\r\n');
  });

  it('never lets a spreadsheet run a cell', () => {
    expect(body([['=1+1', '@sum', '-2', '+371']])).toBe("'=1+1;'@sum;'-2;'+371\r\n");
  });
});
