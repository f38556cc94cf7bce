import { z } from 'zod';

const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
]);

/** Packages that state their licence elsewhere than in package.json, and where. */
const STATED_ELSEWHERE = new Map([['xmlhttprequest-ssl', 'MIT']]); // its LICENSE file

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ license: z.string().optional(), dev: z.boolean().optional(), link: z.boolean().optional() }),
  ),
});

/**
 * @param lock package-lock.json, parsed
 * @returns one line per production dependency whose licence is not on the list
 */
export function findLicenceProblems(lock: unknown): string[] {
  return Object.entries(lockSchema.parse(lock).packages)
    .filter(([location, { dev, link }]) => location.includes('node_modules/') && !dev && !link)
    .flatMap(([location, { license }]) => {
      const name = location.split('node_modules/').at(-1) ?? location;
      const stated = license ?? STATED_ELSEWHERE.get(name) ?? 'no licence stated';
      return isAllowed(stated) ? [] : [`${name}: ${stated}`];
    });
}

/** SPDX expressions as far as packages use them: alternatives by OR, all of those joined by AND. */
export function isAllowed(expression: string): boolean {
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((licence) => ALLOWED.has(licence.trim())));
}
