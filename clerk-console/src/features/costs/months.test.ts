import { describe, expect, it } from 'vitest';
import { centsOf, latestMonths } from './months.ts';

it('goes back over the turn of the year', () => {
  expect(latestMonths('2026-02-03', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

describe('an amount', () => {
  it.each([
    ['1250,50', 125_050],
    ['1 250.5', 125_050],
    ['€ 7', 700],
    ['0,29', 29],
  ])('can be written %s', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  it.each(['-5', 'daudz', '1,2,3', '1.234'])('is not %s', (text) => {
    expect(centsOf(text)).toBeNull();
  });

  it('need not be given', () => {
    expect(centsOf(' ')).toBeUndefined();
  });
});
