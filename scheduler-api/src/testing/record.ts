import { generateKeyPairSync } from 'node:crypto';
import type { ChainHead } from '@remote-clerk/shared/domain/audit-chain.ts';
import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { createAudit } from '../audit/audit.ts';
import { createSealer } from '../audit/sealer.ts';
import { createSigner, knownKeys } from '../audit/signing-key.ts';
import { verifyRecord } from '../audit/verify/verify-record.ts';
import { Ed25519PrivateKey } from '../config/secrets.ts';
import { openDatabase } from '../db/database.ts';
import { createKnex } from '../db/engines.ts';
import { createIds } from '../ids.ts';
import { createLogger } from '../logger.ts';
import { createFakeClock } from './fake-clock.ts';
import { createTestDatabaseWithTables } from './test-database.ts';

const minute = 60_000;

export const someSigner = (kid = 'test') =>
  createSigner(
    Ed25519PrivateKey.parse({ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid }),
  );

/** A record of its own in an empty database, with whoever wants to change its past. */
export async function createRecord() {
  const database = await createTestDatabaseWithTables();
  const clock = createFakeClock();
  const ids = createIds(clock);
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const db = await openDatabase(database.config, logger);
  const signer = someSigner();
  const audit = createAudit({ db, clock, ids });
  const newSealer = () => createSealer({ db, clock, logger, signer });
  const sealer = newSealer();
  // In memory there is only the one connection; on a server the attacker comes as its administrator.
  const own = database.config.engine === 'postgres' ? createKnex(database.config) : undefined;

  const administrator = async (work: (connection: typeof db.connection) => Promise<unknown>) => {
    const connection = own ?? db.connection;
    const triggers = ['audit_entries', 'audit_seals'];
    if (own) for (const table of triggers) await own.raw(`alter table ${table} disable trigger ${table}_never_changed`);
    else {
      for (const table of triggers) {
        for (const change of ['update', 'delete'])
          await connection.raw(`drop trigger if exists ${table}_never_${change}d`);
      }
    }
    await work(connection);
  };

  return {
    db,
    clock,
    ids,
    lines,
    newSealer,
    seal: sealer.seal,
    logHeads: sealer.logHeads,

    async organisation(): Promise<OrganisationId> {
      const id = OrganisationId.parse(ids.uuid());
      await db.connection('organisations').insert({ id, name: 'Valsts', created_at: clock.now() });
      return id;
    },

    /** Writes so many entries, a second apart. */
    async write(count: number, organisationId: OrganisationId | null = null) {
      for (let index = 0; index < count; index += 1) {
        clock.advance(1_000);
        await audit.record({
          organisationId,
          actor: { kind: 'system', id: null },
          action: 'case.read',
          details: { index },
        });
      }
    },

    /** Does as whoever owns the database can: with the triggers out of the way. */
    administrator,

    verify: (anchors: readonly ChainHead[] = [], keys = knownKeys([signer.publicKey])) => {
      clock.advance(2 * minute);
      return verifyRecord(db.connection, { keys, anchors, now: clock.now() });
    },

    async close() {
      await own?.destroy();
      await db.close();
      await database.drop();
    },
  };
}
export type TestRecord = Awaited<ReturnType<typeof createRecord>>;
