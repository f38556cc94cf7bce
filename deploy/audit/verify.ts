import { existsSync, readFileSync } from 'node:fs';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { knownKeys, PublicKey } from '../../scheduler-api/src/audit/signing-key.ts';
import { type ChainReport, wrongs } from '../../scheduler-api/src/audit/verify/findings.ts';
import { verifyRecord } from '../../scheduler-api/src/audit/verify/verify-record.ts';
import { DatabaseUrl } from '../../scheduler-api/src/config/database-url.ts';
import { createKnex } from '../../scheduler-api/src/db/engines.ts';
import { report } from '../load/measured.ts';
import { parseOptions } from './options.mjs';

const sayEvery = 100_000;

if (existsSync('.env')) process.loadEnvFile('.env');
const options = parseOptions(process.argv.slice(2));
const url = options.database ?? process.env.DATABASE_URL ?? 'sqlite:.data/remote-clerk.sqlite';
const keyFiles = options.keys.length > 0 ? options.keys : [process.env.AUDIT_KEY_FILE ?? '.data/secrets/audit-key.jwk'];
const config = DatabaseUrl.parse(url);
if (config.engine === 'sqlite' && !existsSync(config.filename)) throw new Error(`There is no ${config.filename}`);
const keys = knownKeys(keyFiles.map((file) => PublicKey.parse(JSON.parse(readFileSync(file, 'utf8')))));
const connection = createKnex(config);

const began = performance.now();
const seconds = () => (performance.now() - began) / 1000;
const perSecond = (entries: number) => Math.round(entries / Math.max(seconds(), 0.001));
const figure = (value: number) => value.toLocaleString('en');

try {
  const chains = await verifyRecord(connection, {
    keys,
    anchors: options.anchors,
    now: instantFrom(Date.now()),
    progress: (read) => {
      if (read % sayEvery === 0) console.log(`  ${figure(read)} entries, ${figure(perSecond(read))} a second`);
    },
  });
  for (const chain of chains) tellOf(chain);
  const entries = chains.reduce((sum, one) => sum + one.entries, 0);
  const broken = chains.filter((one) => one.break !== null);
  report(options.json, {
    parameters: { engine: config.engine, anchors: options.anchors.length, keys: [...keys.keys()] },
    rows: chains,
    summary: {
      chains: chains.length,
      entries,
      broken: broken.length,
      seconds: Math.round(seconds() * 10) / 10,
      entriesPerSecond: perSecond(entries),
    },
  });
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  await connection.destroy();
}

function tellOf({ chain, entries, hash, break: found, pauses }: ChainReport): void {
  for (const pause of pauses) {
    console.log(
      `${chain}: ${figure(pause.entries)} entries of ${pause.from} to ${pause.until} were sealed at ${pause.sealedAt}, after no server had run`,
    );
  }
  if (found === null) {
    console.log(`${chain}: whole, ${figure(entries)} entries. Anchor ${chain}:${entries}:${hash}`);
    return;
  }
  const place = [
    found.number !== null && `number ${found.number}`,
    found.at !== null && `of ${found.at}`,
    found.entryId !== null && `entry ${found.entryId}`,
  ].filter(Boolean);
  console.log(`${chain}: BROKEN after ${figure(entries)} good entries, at ${place.join(', ')}: ${wrongs[found.wrong]}`);
}
