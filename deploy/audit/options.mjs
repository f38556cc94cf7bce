import { parseArgs } from 'node:util';
import { orUsage } from '../load/option-values.mjs';

export const usage = `npm run audit:verify [-- options]

Proves that nobody has changed the record of who did what: goes along every organisation's chain, entry by entry, checks each
hash and signature, and names the first thing that is wrong. Ends with 0 when all is as it was written, and with 1 otherwise.
It only reads, and may be run while the servers work.

  --database URL     sqlite:FILE or postgres://… (DATABASE_URL, or this folder's database)
  --key FILE         a public key that heads were signed with, as a JWK; again for each (the public half of AUDIT_KEY_FILE)
  --anchor C:N:HASH  where a chain stood once, as the server's log says it each hour; again for each: shows that an end is cut off
  --json FILE        write what was found there
  --help             this text`;

/** @param {string} text */
function anchorOf(text) {
  const [, chain, number, hash] = /^([0-9a-f-]{36}|none):(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!chain || !number || !hash) throw new Error(`--anchor takes CHAIN:NUMBER:HASH, not ${text}`);
  return { chain, number: Number(number), hash };
}

/**
 * @param {string[]} args
 * @returns {{ database: string | undefined, keys: string[], anchors: { chain: string, number: number, hash: string }[], json: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        database: { type: 'string' },
        key: { type: 'string', multiple: true, default: [] },
        anchor: { type: 'string', multiple: true, default: [] },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { database, key, anchor, json, help } = values;
    return { database, keys: key, anchors: anchor.map(anchorOf), json, help };
  });
}
