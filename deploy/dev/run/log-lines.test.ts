import { describe, expect, it } from 'vitest';
import { findTrouble } from './log-lines.ts';

describe('a log line', () => {
  it.each([
    ['an information', '{"level":30,"msg":"listening"}'],
    ['a warning', '{"level":40,"msg":"slow"}'],
    ['plain text', 'Listening on 4000'],
    ['JSON that is no log', '[1,2]'],
  ])('that is %s stays in the file', (_what, line) => {
    expect(findTrouble(line)).toBeUndefined();
  });

  it.each([
    ['{"level":50,"msg":"no node"}', 'no node'],
    ['{"level":60,"msg":"request failed","err":{"message":"disk full"}}', 'request failed: disk full'],
    ['{"level":50,"msg":"disk full","err":{"message":"disk full"}}', 'disk full'],
  ])('%s reaches the screen as %s', (line, text) => {
    expect(findTrouble(line)).toBe(text);
  });
});
