import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RecordedEntry } from '@remote-clerk/shared/domain/audit-chain.ts';
import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { insertAuditEntries } from '../../../scheduler-api/src/audit/audit-repository.ts';
import { createSealer } from '../../../scheduler-api/src/audit/sealer.ts';
import { createSigner, knownKeys } from '../../../scheduler-api/src/audit/signing-key.ts';
import type { ChainReport } from '../../../scheduler-api/src/audit/verify/findings.ts';
import { verifyRecord } from '../../../scheduler-api/src/audit/verify/verify-record.ts';
import { Ed25519PrivateKey } from '../../../scheduler-api/src/config/secrets.ts';
import { openDatabase } from '../../../scheduler-api/src/db/database.ts';
import { createKnex } from '../../../scheduler-api/src/db/engines.ts';
import { createIds } from '../../../scheduler-api/src/ids.ts';
import { createLogger } from '../../../scheduler-api/src/logger.ts';
import { startPostgres } from '../../dev/test/postgres.ts';
import { report } from '../measured.ts';
import { parseOptions } from './options.mjs';

/** As many organisations as make the chains unequal, and entries in one statement. */
const organisations = 4;
const atOnce = 500;

const { db: engine, entries, json } = parseOptions(process.argv.slice(2));
const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-audit-'));
const postgres = engine === 'postgres' ? await startPostgres() : undefined;
const config = postgres
  ? { engine: 'postgres' as const, url: postgres.url }
  : { engine: 'sqlite' as const, filename: path.join(folder, 'record.sqlite') };
const logger = createLogger('warn');
const db = await openDatabase(config, logger);
// Whoever changes the past is the tables' owner: the server may not.
const owner = createKnex(config);

let now: Instant = instantFrom(Date.now());
const clock = { now: () => now };
const ids = createIds(clock);
const { privateKey } = generateKeyPairSync('ed25519');
const signer = createSigner(Ed25519PrivateKey.parse({ ...privateKey.export({ format: 'jwk' }), kid: 'bench' }));
const sealer = createSealer({ db, clock, logger, signer });
const rows: { part: string; seconds: number; entriesPerSecond: number }[] = [];
const rateOf = (part: string) => rows.find((row) => row.part === part)?.entriesPerSecond ?? 0;

try {
  const owners = Array.from({ length: organisations }, () => OrganisationId.parse(ids.uuid()));
  await db.connection('organisations').insert(owners.map((id) => ({ id, name: 'Valsts', created_at: now })));

  await measured('write', async () => {
    for (let done = 0; done < entries; done += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, entries - done) }, (_, index) =>
        someEntry(owners, done + index),
      );
      await db.transaction((connection) => insertAuditEntries(connection, some));
      if ((done / atOnce) % 20 === 0) now = addMilliseconds(now, 1_000);
    }
  });
  await measured('seal', () => sealer.seal());
  const whole = await prove('prove');
  if (whole.length > 0) throw new Error(`What nobody changed is broken: ${JSON.stringify(whole)}`);
  const memoryMiB = Math.round(process.resourceUsage().maxRSS / 1024);

  await withoutTriggers();
  const middle = await owner('audit_seals').where({ chain: owners[1] }).orderBy('number', 'desc').first();
  const number = Math.ceil(middle.number / 2);
  const { entry_id } = await owner('audit_seals').where({ chain: owners[1], number }).first('entry_id');
  const { subject_id } = await owner('audit_entries').where({ id: entry_id }).first('subject_id');
  await owner('audit_entries')
    .where({ id: entry_id })
    .update({ subject_id: flipped(subject_id) });
  const [bit] = await prove('prove, one bit flipped');
  await owner('audit_entries').where({ id: entry_id }).update({ subject_id });

  const past = now;
  now = addMilliseconds(now, 3_600_000);
  await insertAuditEntries(owner, [{ ...someEntry(owners, 1), at: past }]);
  await createSealer({ db, clock, logger, signer }).seal();
  await insertAuditEntries(owner, [{ ...someEntry(owners, 2), at: now }]);
  await sealer.seal();
  const yesterday = addMilliseconds(past, -86_400_000);
  await insertAuditEntries(owner, [{ ...someEntry(owners, 2), at: yesterday }]);
  await sealer.seal();
  const [inserted] = await prove('prove, one entry written into the past');

  const found = {
    flippedBit: bit?.wrong === 'changed' && bit.number === number && bit.entryId === entry_id,
    writtenIntoThePast: inserted?.wrong === 'into-the-past' && inserted.at === yesterday,
  };
  report(json, {
    parameters: { db: engine, entries, organisations },
    rows,
    summary: {
      entries,
      entriesPerSecondWritten: rateOf('write'),
      entriesPerSecondSealed: rateOf('seal'),
      entriesPerSecondProven: rateOf('prove'),
      flippedBitFound: found.flippedBit,
      entryWrittenIntoThePastFound: found.writtenIntoThePast,
      memoryMiB,
    },
  });
  if (!found.flippedBit || !found.writtenIntoThePast) process.exitCode = 1;
} finally {
  await owner.destroy();
  await db.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

function someEntry(owners: readonly OrganisationId[], index: number): RecordedEntry {
  return {
    id: ids.uuid(),
    organisationId: owners[index % owners.length] ?? null,
    at: now,
    actorKind: 'staff',
    actorId: randomUUID(),
    action: 'case.read',
    subjectKind: 'case',
    subjectId: randomUUID(),
    caseId: null,
    reason: null,
    result: 'done',
    requestId: randomUUID(),
    sourceIp: '192.0.2.7',
    details: { found: index },
  };
}

async function measured<T>(part: string, work: () => Promise<T>): Promise<T> {
  console.log(`${part}: ${entries.toLocaleString('en')} entries …`);
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  const row = { part, seconds: Math.round(seconds * 10) / 10, entriesPerSecond: Math.round(entries / seconds) };
  rows.push(row);
  console.log(JSON.stringify(row));
  return result;
}

/** @returns what is broken */
async function prove(part: string) {
  const chains: ChainReport[] = await measured(part, () =>
    verifyRecord(db.connection, { keys: knownKeys([signer.publicKey]), now }),
  );
  return chains.flatMap((chain) => chain.break ?? []);
}

async function withoutTriggers(): Promise<void> {
  if (engine === 'postgres') await owner.raw('alter table audit_entries disable trigger audit_entries_never_changed');
  else await owner.raw('drop trigger audit_entries_never_updated');
}

/** With its last bit the other way round. */
function flipped(text: string): string {
  const last = text.charCodeAt(text.length - 1) ^ 1;
  return text.slice(0, -1) + String.fromCharCode(last);
}
