import { describe, expect, it } from 'vitest';
import { findLicenceProblems, isAllowed } from './licences.ts';

describe('a licence', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'Apache-2.0 AND MIT', 'OFL-1.1'])('%s is allowed', (licence) => {
    expect(isAllowed(licence)).toBe(true);
  });

  it.each(['GPL-3.0-only', 'MIT AND GPL-3.0-only', 'SEE LICENSE IN LICENSE'])('%s is not', (licence) => {
    expect(isAllowed(licence)).toBe(false);
  });
});

describe('the production dependencies', () => {
  it('are those that are neither for development nor our own', () => {
    const packages = {
      '': { license: 'proprietary' },
      'node_modules/@remote-clerk/shared': { link: true },
      'node_modules/tool': { license: 'GPL-3.0-only', dev: true },
      'node_modules/fine': { license: 'MIT' },
      'node_modules/fine/node_modules/@strange/one': { license: 'GPL-3.0-only' },
      'node_modules/silent': {},
    };
    expect(findLicenceProblems({ packages })).toEqual(['@strange/one: GPL-3.0-only', 'silent: no licence stated']);
  });
});
