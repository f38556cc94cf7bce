import { auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { createCall } from '../testing/people.ts';
import { createWorld } from '../testing/world.ts';
import { isSigned, knownKeys, PublicKey } from './signing-key.ts';

let api: TestApi;
let world: Awaited<ReturnType<typeof createWorld>>;
let call: Awaited<ReturnType<typeof createCall>>;
let auditor: ReturnType<TestApi['client']>;
let elsewhere: ReturnType<TestApi['client']>;
let caseNumber: string;

const signedIn = async (organisationId: typeof world.state.id) => {
  const client = api.client();
  await client.signIn(await api.build.account({ organisationId, role: 'auditor' }));
  return client;
};

beforeAll(async () => {
  api = await bootApi();
  world = await createWorld(api);
  call = await createCall(world);
  const found = await call.specialist.client.call(serviceCaseRoutes.readServiceCase, {
    params: { caseId: call.caseId },
  });
  caseNumber = found.number;
  auditor = await signedIn(world.state.id);
  elsewhere = await signedIn(world.municipality.id);
  await api.jobs.tick();
});
afterAll(() => api.close());

const list = async (query: Omit<z.input<typeof auditRoutes.listAudit.query>, 'limit' | 'cursor'>) =>
  (await auditor.call(auditRoutes.listAudit, { query })).entries;

describe('the record', () => {
  it('says who it was by name, of which case, from where, and at which place of the chain', async () => {
    const [look] = await list({ action: 'service-case.read' });
    expect(look).toMatchObject({
      actor: { kind: 'staff', id: call.specialist.id, name: `Persona ${call.specialist.account.username}` },
      case: { id: call.caseId, number: caseNumber },
      result: 'done',
      sourceIp: expect.any(String),
      number: expect.any(Number),
    });
  });

  it('is searched by who, what, on what, of which case, by which request, with what result and when', async () => {
    const [look] = await list({ action: 'service-case.read' });
    if (!look) throw new Error('The look is not on record');
    const tomorrow = Instant.parse('2027-03-02T08:00:00.000Z');
    for (const [query, finds] of [
      [{ actor: call.specialist.id }, true],
      [{ actor: call.caseId }, false],
      [{ action: 'service-case.' }, true],
      [{ action: 'picture.' }, false],
      [{ subject: call.caseId }, true],
      [{ caseNumber }, true],
      [{ caseNumber: 'X-1' }, false],
      [{ requestId: look.requestId ?? '' }, true],
      [{ requestId: 'x' }, false],
      [{ result: 'refused' }, false],
      [{ from: look.at }, true],
      [{ from: tomorrow }, false],
      [{ until: tomorrow }, true],
      [{ until: look.at }, false],
    ] satisfies [Parameters<typeof list>[0], boolean][]) {
      const found = (await list(query)).some(({ id }) => id === look.id);
      expect({ query, found }).toEqual({ query, found: finds });
    }
  });

  it('leaves as a file that anybody can check with the public key, and that it did is on it', async () => {
    const file = await auditor.call(auditRoutes.exportAudit, { body: { format: 'jsonl' } });
    const lines = file.text.trimEnd().split('\n');
    expect(lines).toHaveLength(file.entries + 2);
    const { signature } = z.object({ signature: z.string() }).parse(JSON.parse(lines.at(-1) ?? ''));
    const signed = `${lines.slice(0, -1).join('\n')}\n`;
    const { key } = await api.client().call(auditRoutes.readAuditKey, {});
    const known = knownKeys([PublicKey.parse(key)]).get(key.kid);
    if (!known) throw new Error('There is no key');
    expect(isSigned(known, signed, signature)).toBe(true);
    expect(isSigned(known, signed.replace('done', 'gone'), signature)).toBe(false);
    expect(await list({ action: 'audit.export' })).toHaveLength(1);
  });

  it('leaves as a table for people', async () => {
    const { text, name } = await auditor.call(auditRoutes.exportAudit, { body: { format: 'csv', caseNumber } });
    expect(name).toBe('record-2027-03-01.csv');
    expect(text.split('\r\n')[0]).toBe(
      'number,at,actor_kind,actor,action,subject_kind,subject,case,reason,result,request,source_ip,chain,hash',
    );
    expect(text).toContain(call.caseId);
  });
});

describe('a citizen who asks', () => {
  it('is told who looked at the case, by institution and post and without a name', async () => {
    const { looks, case: asked } = await auditor.call(auditRoutes.readLooks, { query: { caseNumber } });
    expect(asked).toMatchObject({ id: call.caseId, number: caseNumber });
    expect(looks).toContainEqual(
      expect.objectContaining({ organisation: 'Valsts', post: 'specialist', action: 'service-case.read' }),
    );
    expect(JSON.stringify(looks)).not.toContain(`Persona ${call.specialist.account.username}`);
  });

  it('is answered by whose case it is only', async () => {
    await expect(elsewhere.call(auditRoutes.readLooks, { query: { caseNumber } })).rejects.toMatchObject({
      type: 'not-found',
    });
    await expect(auditor.call(auditRoutes.readLooks, { query: { caseNumber: 'X-1' } })).rejects.toMatchObject({
      type: 'not-found',
    });
  });

  it('learns of a look also of another organisation, and that asking is on record', async () => {
    await auditor.call(auditRoutes.readLooks, { query: { caseNumber } });
    expect(await list({ action: 'looks.read', caseNumber })).not.toEqual([]);
  });
});
