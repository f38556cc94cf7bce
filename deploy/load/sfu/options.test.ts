import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.mjs';

describe('options of bench:sfu', () => {
  it('are those of a whole run when nothing is said', () => {
    expect(parseOptions([])).toMatchObject({ only: ['ours', 'bare', 'janus'], steps: [10, 20, 30, 40], seconds: 15 });
  });
  it('name which servers and steps', () => {
    expect(parseOptions(['--only', 'ours,bare', '--steps', '5,15'])).toMatchObject({
      only: ['ours', 'bare'],
      steps: [5, 15],
    });
  });
  it.each([
    [['--only', 'jitsi'], '--only takes ours, bare, janus, not jitsi'],
    [['--steps', '10,10'], '--steps must grow'],
    [['--steps', 'many'], '--steps takes a whole number'],
    [['--seconds', '1'], '--seconds takes a whole number from 3'],
  ])('%s are refused', (args, said) => {
    expect(() => parseOptions(args)).toThrow(said);
  });
});
