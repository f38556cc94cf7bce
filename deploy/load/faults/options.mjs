import { parseArgs } from 'node:util';
import { countOf, databaseOf, orUsage } from '../option-values.mjs';

/** In the order in which they are run. */
export const scenarioNames = /** @type {const} */ ([
  'signalling-cut',
  'link-cut-2s',
  'link-cut-10s',
  'link-cut-40s',
  'one-direction',
  'udp-blocked',
  'address-changed',
  'loss-30-percent',
  'api-restarted',
  'postgres-restarted',
  'worker-killed',
  'node-killed',
  'nodes-dead',
  'tab-suspended',
  'camera-unplugged',
]);

export const usage = `npm run faults -- [options]

A call between two real browsers, each behind a line of its own that can be made bad. One fault after another is put into it, and
for each it is told how often picture came back by itself at both ends, how soon, and whether a chat line, a note or the call was
lost. Fails when anything was.

  --scenario NAME,NAME   (all) of ${scenarioNames.join(', ')}
  --runs N               of each (10)
  --db sqlite|postgres   a file, or a PostgreSQL server that is started for it (sqlite); postgres-restarted needs the latter
  --json FILE            write what was measured there
  --out FOLDER           logs, and pictures of what did not come back (.data/faults/<time>)
  --help                 this text`;

/**
 * @typedef {typeof scenarioNames[number]} ScenarioName
 * @param {string[]} args
 * @returns {{ scenarios: ScenarioName[], runs: number, db: 'sqlite' | 'postgres', json: string | undefined,
 *   out: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        scenario: { type: 'string' },
        runs: { type: 'string', default: '10' },
        db: { type: 'string', default: 'sqlite' },
        json: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { scenario, runs, db, json, out, help } = values;
    const wanted = scenario?.split(',') ?? scenarioNames;
    for (const name of wanted) {
      if (!scenarioNames.some((known) => known === name)) throw new Error(`--scenario: there is no ${name}`);
    }
    return {
      scenarios: scenarioNames.filter((name) => wanted.includes(name)),
      runs: countOf('runs', runs),
      db: databaseOf(db),
      json,
      out,
      help,
    };
  });
}
