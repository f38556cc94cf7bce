import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecord, someSigner, type TestRecord } from '../testing/record.ts';
import { listHeads } from './seals-repository.ts';
import { hashOf, knownKeys } from './signing-key.ts';
import { readChain } from './verify/chain-reader.ts';

let record: TestRecord;
beforeEach(async () => {
  record = await createRecord();
});
afterEach(() => record.close());

const sealed = async (count: number) => {
  for (let index = 0; index < count; index += 5) {
    await record.write(Math.min(5, count - index));
    await record.seal();
  }
};
const onlyChain = async (...args: Parameters<TestRecord['verify']>) => (await record.verify(...args))[0];
const breakOf = async (...args: Parameters<TestRecord['verify']>) => (await onlyChain(...args))?.break;
const entryAt = async (number: number): Promise<string> => {
  const { entry_id } = await record.db.connection('audit_seals').where({ number }).first('entry_id');
  return entry_id;
};

describe('the record', () => {
  it('is a chain for every organisation, and one for what is nobody’s, each from 1 without gaps', async () => {
    const [one, other] = [await record.organisation(), await record.organisation()];
    await record.write(3, one);
    await record.write(2, other);
    await record.write(1);
    expect(await record.seal()).toBe(6);
    await record.write(2, one);
    expect(await record.seal()).toBe(2);
    expect(await record.seal()).toBe(0);
    const reports = await record.verify();
    expect(reports.map(({ chain, entries, break: found }) => [chain, entries, found])).toEqual(
      [
        [one, 5, null],
        [other, 2, null],
        ['none', 1, null],
      ].sort(),
    );
  });

  it('has one who seals at a time, however many servers there are', async () => {
    await record.write(60);
    const servers = Array.from({ length: 5 }, () => record.newSealer());
    await Promise.all([...servers, ...servers].map((server) => server.seal()));
    expect(await onlyChain()).toMatchObject({ entries: 60, break: null });
  });

  it('has no place for what was not committed', async () => {
    await record.db
      .transaction(async () => {
        await record.write(1);
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await record.seal()).toBe(0);
  });

  it('takes up what was there before, and tells that it had to wait', async () => {
    await record.write(3);
    record.clock.advance(24 * 3_600_000);
    await record.seal();
    expect(await onlyChain()).toMatchObject({ entries: 3, break: null, pauses: [{ entries: 3 }] });
  });

  it('says where its chains stand, so that the log is an anchor', async () => {
    await sealed(3);
    await record.logHeads();
    const [head] = await listHeads(record.db.connection);
    expect(record.lines.join('')).toContain(`"anchor":"none:3:${head?.hash}"`);
  });

  it.each(['audit_entries', 'audit_seals'])('refuses to change or take away what is in %s', async (table) => {
    await sealed(2);
    const { db } = record;
    await expect(db.connection(table).update({ organisation_id: null })).rejects.toThrow();
    await expect(db.connection(table).delete()).rejects.toThrow();
    if (db.engine === 'postgres') await expect(db.connection.raw(`truncate ${table}`)).rejects.toThrow();
    expect(await onlyChain()).toMatchObject({ entries: 2, break: null });
  });
});

describe('the proof finds', () => {
  beforeEach(() => sealed(20));

  it('nothing where nothing was done', async () => {
    expect(await onlyChain()).toMatchObject({ entries: 20, break: null, pauses: [] });
  });

  it.each([
    ['who it was', { actor_id: 'somebody else' }],
    ['what was done', { action: 'case.close' }],
    ['when', { at: '2020-01-01T00:00:00.000Z' }],
    ['with what result', { result: 'refused' }],
    ['a single bit of the details', { details: '{"index":13}' }],
  ])('that somebody changed %s', async (_what, change) => {
    const id = await entryAt(13);
    await record.administrator((connection) => connection('audit_entries').where({ id }).update(change));
    expect(await breakOf()).toMatchObject({ wrong: 'changed', number: 13, entryId: id });
  });

  it('that an entry was taken away', async () => {
    const id = await entryAt(7);
    await record.administrator((connection) => connection('audit_entries').where({ id }).delete());
    expect(await breakOf()).toMatchObject({ wrong: 'entry-missing', number: 7, entryId: id });
  });

  it('that an entry was taken away with its seal', async () => {
    const id = await entryAt(7);
    await record.administrator(async (connection) => {
      await connection('audit_seals').where({ entry_id: id }).delete();
      await connection('audit_entries').where({ id }).delete();
    });
    expect(await breakOf()).toMatchObject({ wrong: 'seal-missing', number: 7 });
  });

  it('that an entry was taken away before it could be sealed', async () => {
    await record.write(1);
    const { entry_id: id } = await record.db.connection('audit_waiting').first('entry_id');
    await record.administrator((connection) => connection('audit_entries').where({ id }).delete());
    expect(await breakOf()).toMatchObject({ wrong: 'entry-missing', entryId: id });
  });

  it('that an entry was written into the past, whoever sealed it', async () => {
    const { clock } = record;
    const past = clock.now();
    clock.advance(3_600_000);
    await record.seal();
    await record.administrator((connection) => connection('audit_entries').insert(forged(past)));
    await record.seal();
    expect(await breakOf()).toMatchObject({ wrong: 'into-the-past', number: 21, at: past });
  });

  it('that an entry was written into the past while no server ran', async () => {
    const { clock } = record;
    const past = clock.now();
    clock.advance(3_600_000);
    await record.write(1);
    await record.seal();
    await record.administrator((connection) => connection('audit_entries').insert(forged(past)));
    await record.newSealer().seal();
    expect(await breakOf()).toMatchObject({ wrong: 'into-the-past', number: 22 });
  });

  it('that an entry was written around its seal', async () => {
    await record.administrator(async (connection) => {
      const entry = forged(record.clock.now());
      await connection('audit_entries').insert(entry);
      await connection('audit_waiting').where({ entry_id: entry.id }).delete();
    });
    expect(await breakOf()).toMatchObject({ wrong: 'not-sealed' });
  });

  it('that two entries changed places', async () => {
    const [one, other] = [await entryAt(8), await entryAt(9)];
    await record.administrator(async (connection) => {
      const place = (id: string, number: number) =>
        connection('audit_seals').where({ entry_id: id }).update({ number });
      await place(one, 1_000);
      await place(other, 8);
      await place(one, 9);
    });
    expect(await breakOf()).toMatchObject({ wrong: 'changed', number: 8 });
  });

  it('that its end was cut off, by an anchor', async () => {
    const [anchor] = await listHeads(record.db.connection);
    if (!anchor) throw new Error('There is no head');
    await record.administrator(async (connection) => {
      await connection('audit_seals').where('number', '>', 15).delete();
      await connection('audit_entries').whereNotIn('id', connection('audit_seals').select('entry_id')).delete();
    });
    expect(await breakOf()).toBeNull();
    expect(await breakOf([anchor])).toMatchObject({ wrong: 'behind-anchor', number: 20 });
  });

  it('that a head is not where the anchor says', async () => {
    const anchor = { chain: 'none', number: 12, hash: 'f'.repeat(64) };
    expect(await breakOf([anchor])).toMatchObject({ wrong: 'not-the-anchor', number: 12 });
    const [real] = await listHeads(record.db.connection);
    expect(await breakOf(real ? [real] : [])).toBeNull();
  });

  it('that somebody sealed it anew without the key', async () => {
    const id = await entryAt(13);
    await record.administrator(async (connection) => {
      await connection('audit_entries').where({ id }).update({ action: 'case.close' });
      await sealAnew(connection);
    });
    expect(await breakOf()).toMatchObject({ wrong: 'wrong-signature', number: 15 });
  });

  it('that somebody sealed it anew and left the signatures out', async () => {
    const id = await entryAt(13);
    await record.administrator(async (connection) => {
      await connection('audit_entries').where({ id }).update({ action: 'case.close' });
      await sealAnew(connection);
      await connection('audit_seals').where('number', '>=', 13).update({ signature: null, key_id: null });
    });
    expect(await breakOf()).toMatchObject({ wrong: 'head-not-signed', number: 20 });
  });

  it('that another key signed', async () => {
    expect(await breakOf([], knownKeys([someSigner().publicKey]))).toMatchObject({
      wrong: 'wrong-signature',
      number: 5,
    });
  });
});

const forged = (at: string) => ({
  id: record.ids.uuid(),
  at,
  actor_kind: 'staff',
  action: 'case.read',
  result: 'done',
  details: '{}',
});

/** As one can who knows how it is done, but has no key. */
async function sealAnew(connection: TestRecord['db']['connection']): Promise<void> {
  let hash = '0'.repeat(64);
  for await (const { seal, entry } of readChain(connection, 'none')) {
    if (!entry) throw new Error('An entry is missing');
    const { number, sealed_at: sealedAt, after_pause: afterPause } = seal;
    hash = hashOf(hash, { chain: 'none', number, sealedAt, afterPause, entry });
    await connection('audit_seals').where({ number }).update({ hash });
  }
}
