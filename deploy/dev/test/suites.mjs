import { SetupError } from '../setup/setup-error.mjs';

/**
 * @typedef {'lint' | 'types' | 'boundaries' | 'dead-code' | 'licences' | 'unit' | 'integration' | 'integration:postgres'
 *   | 'stand-in' | 'e2e'} SuiteName
 */

/**
 * The suites of `npm test`, in the order in which they run, and what each needs beside the npm packages.
 * Plain JavaScript, because the set-up reads it before there is a Node that runs TypeScript.
 * @type {{ name: SuiteName, title: string, needs: import('../setup/set-up.mjs').Need[] }[]}
 */
const suites = [
  { name: 'lint', title: 'format and lint', needs: [] },
  { name: 'types', title: 'types', needs: [] },
  { name: 'boundaries', title: 'import boundaries', needs: [] },
  { name: 'dead-code', title: 'dead code', needs: [] },
  { name: 'licences', title: 'licences', needs: [] },
  { name: 'unit', title: 'unit', needs: [] },
  { name: 'integration', title: 'integration on SQLite', needs: ['mediaWorker', 'calDavServer', 'directoryServer'] },
  {
    name: 'integration:postgres',
    title: 'integration on PostgreSQL',
    needs: ['mediaWorker', 'calDavServer', 'directoryServer'],
  },
  { name: 'stand-in', title: 'Electron stand-in', needs: ['chromium', 'electron'] },
  {
    name: 'e2e',
    title: 'end to end',
    needs: ['frontEnds', 'chromium', 'virtualDisplay', 'directoryServer', 'turnServer', 'electron', 'mediaWorker'],
  },
];

/**
 * @param {string[]} names none for all
 * @throws SetupError that lists the names there are
 */
export function chooseSuites(names) {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new SetupError(
      `No suite is called ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}`,
    );
  }
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name));
}
