import { parseArgs } from 'node:util';
import { orUsage } from '../load/option-values.mjs';

export const usage = `npm run add-organisation -- --name NAME --administrator LOGIN --manager LOGIN [options]

Adds an organisation at the top of the tree, with its first two people: one who manages it, and one who approves what the first
asks for, since nobody approves their own. Their passwords are made here and told once; whoever gets one changes it after
signing in. All others get their rights by being asked for and approved.

  --name NAME            such as "Kuldīgas novada pašvaldība"
  --kind KIND            municipality, institution or enterprise (municipality)
  --administrator LOGIN  user name of who manages institutions, services, kiosks and staff
  --manager LOGIN        user name of who plans calendars and approves rights
  --help                 this text

The database is that of DATABASE_URL, from the environment or the file .env, as for the server.`;

const kinds = ['municipality', 'institution', 'enterprise'];

/**
 * @param {string[]} args
 * @returns {{ name: string, kind: string, administrator: string, manager: string, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        name: { type: 'string', default: '' },
        kind: { type: 'string', default: 'municipality' },
        administrator: { type: 'string', default: '' },
        manager: { type: 'string', default: '' },
        help: { type: 'boolean', default: false },
      },
    });
    if (!values.help) {
      for (const option of /** @type {const} */ (['name', 'administrator', 'manager']))
        if (values[option].trim() === '') throw new Error(`--${option} is missing`);
      if (!kinds.includes(values.kind)) throw new Error(`--kind is one of ${kinds.join(', ')}`);
      if (values.administrator === values.manager) throw new Error('It takes two people: nobody approves their own');
    }
    return values;
  });
}
