import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { OrganisationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { PersonalCode } from '@remote-clerk/shared/domain/personal-code.ts';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { dumpDatabase } from '../testing/dump-database.ts';
import { bringInColleague, createCall } from '../testing/people.ts';
import { createWorld, type World } from '../testing/world.ts';
import { createIdentitiesRepository } from './identities-repository.ts';
import { createPersonalCodes } from './personal-codes.ts';
import { createReseal } from './reseal.ts';

const code = PersonalCode.parse('161175-19997');
const anna = { evidence: 'passport', givenName: 'Anna', familyName: 'Ķirse', personalCode: '161175-19997' } as const;

let api: TestApi;
let world: World;
let call: Awaited<ReturnType<typeof createCall>>;
let said: string;
beforeEach(async () => {
  said = '';
  const log = new Writable({
    write(chunk, _encoding, done) {
      said += chunk;
      done();
    },
  });
  api = await bootApi({ overrides: { logger: pino({ level: 'trace' }, log) } });
  world = await createWorld(api);
  call = await createCall(world);
});
afterEach(() => api.close());

const record = (body: z.input<typeof identityRoutes.recordIdentity.body> = anna, of = call) =>
  of.specialist.client.call(identityRoutes.recordIdentity, { params: { caseId: of.caseId }, body });
const read = (of = call) => of.specialist.client.call(identityRoutes.readIdentity, { params: { caseId: of.caseId } });
const reveal = (of = call) =>
  of.specialist.client.call(identityRoutes.revealPersonalCode, {
    params: { caseId: of.caseId },
    body: { reason: 'find-in-register' },
  });
const search = (of = call, personalCode: string = code) =>
  of.specialist.client.call(identityRoutes.findByPersonalCode, {
    params: { caseId: of.caseId },
    body: { personalCode },
  });
const closeCase = async (of = call) => {
  await of.end();
  await of.specialist.client.call(serviceCaseRoutes.closeServiceCase, {
    params: { caseId: of.caseId },
    body: { version: 1, outcome: 'advised', notes: '' },
  });
};
/** Beside the looks that the routes put on record. */
const onRecord = async () => {
  const rows = await api.context.db
    .connection('audit_entries')
    .where('action', 'like', 'citizen-identity.%')
    .whereNot('action', 'citizen-identity.read');
  const Row = z.object({
    action: z.string(),
    subject_id: z.string(),
    case_id: z.string().nullable(),
    reason: z.string().nullable(),
    details: z.string(),
    organisation_id: z.string(),
  });
  return z.array(Row).parse(rows.sort((one, other) => (one.id < other.id ? -1 : 1)));
};
const rowOf = (caseId: ServiceCaseId) => api.context.db.connection('citizen_identities').where('case_id', caseId);

describe('who the citizen is', () => {
  it('is not known until somebody has looked', async () => {
    expect(await read()).toEqual({ identity: null, needed: false });
  });

  it('is kept with the case: which document, by whom, and the code only in part', async () => {
    const kept = await record();
    expect(kept).toMatchObject({
      method: 'document',
      evidence: 'passport',
      provider: null,
      givenName: 'Anna',
      familyName: 'Ķirse',
      maskedCode: '16••••-•••97',
      checkedBy: call.specialist.account.username.replace(/^/, 'Persona '),
    });
    expect(await read()).toMatchObject({ identity: kept });
    const { timeline } = await call.specialist.client.call(serviceCaseRoutes.readServiceCase, {
      params: { caseId: call.caseId },
    });
    expect(timeline.at(-1)).toMatchObject({ step: 'identity-checked', actor: 'specialist' });
  });

  it('can be known without a code, and be put right as long as the case is open', async () => {
    expect(await record({ ...anna, personalCode: null })).toMatchObject({ maskedCode: null });
    await expect(reveal()).rejects.toMatchObject({ type: 'not-found' });
    expect(await record({ ...anna, evidence: 'identity-card' })).toMatchObject({ evidence: 'identity-card' });
    await closeCase();
    await expect(record()).rejects.toMatchObject({ type: 'illegal-transition' });
    expect((await reveal()).personalCode).toBe(code);
  });

  it('is written down by the clerk in the room, too, and shows on every screen', async () => {
    await api.context.db.connection('public_services').update({ identity: 'checked' });
    expect((await call.kiosk.view()).consultation?.identity).toBe('needed');
    const clerk = await world.clerk();
    const params = { kioskId: call.kiosk.id };
    await clerk.client.call(identityRoutes.recordIdentityAtKiosk, { params, body: anna });
    expect((await call.kiosk.view()).consultation?.identity).toBe('checked');
    expect((await call.specialist.desk()).current?.identity).toBe('checked');
    expect((await read()).identity).toMatchObject({ familyName: 'Ķirse', method: 'document' });
    await call.end();
    await expect(clerk.client.call(identityRoutes.recordIdentityAtKiosk, { params, body: anna })).rejects.toMatchObject(
      { type: 'illegal-transition' },
    );
  });

  it('is nobody’s but those who serve the case', async () => {
    await record();
    const colleague = await world.specialist();
    const by = { ...call, specialist: colleague };
    for (const tried of [read, () => record(anna, by), reveal, search])
      await expect(tried(by)).rejects.toMatchObject({ type: 'not-found' });
    const { id: invitationId } = await bringInColleague(api, call.specialist, call.consultationId, colleague);
    await call.specialist.client.call(peopleRoutes.handOver, { params: call.params, body: { invitationId } });
    expect((await read(by)).identity).toMatchObject({ familyName: 'Ķirse' });
    await expect(read()).rejects.toMatchObject({ type: 'not-found' });
  });

  it('is refused with a code that is none, which is not repeated', async () => {
    const refused = record({ ...anna, personalCode: '161175-19996' });
    await expect(refused).rejects.toMatchObject({
      type: 'invalid-request',
      fields: [{ pointer: '/body/personalCode' }],
    });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('16117') });
  });
});

describe('a personal code', () => {
  it('is told whole to who asks for a reason, and each asking is on the case’s organisation’s record', async () => {
    await record();
    expect((await reveal()).personalCode).toBe(code);
    await reveal();
    const entries = await onRecord();
    expect(entries.map(({ action }) => action)).toEqual([
      'citizen-identity.record',
      'citizen-identity.reveal',
      'citizen-identity.reveal',
    ]);
    expect(entries.at(-1)).toMatchObject({
      organisation_id: world.state.id,
      subject_id: call.caseId,
      case_id: call.caseId,
      reason: 'find-in-register',
    });
  });

  it('stands in no table, no log and no record', async () => {
    await record();
    await reveal();
    await search();
    await record({ ...anna, personalCode: '161175-19996' }).catch(() => undefined);
    const dumped = JSON.stringify(await dumpDatabase(api.context));
    expect(dumped).toContain('Ķirse');
    expect(said).toContain('/identity');
    for (const text of [dumped, said])
      for (const written of ['16117519997', '161175-19997', '161175-19996']) expect(text).not.toContain(written);
  });

  it('that was moved to another case’s row is not opened there', async () => {
    await record();
    await closeCase();
    const other = await createCall(world, { node: call.node, kiosk: call.kiosk, specialist: call.specialist });
    await record({ ...anna, personalCode: '327845-61245' }, other);
    const [row] = await rowOf(call.caseId);
    await rowOf(other.caseId).update({ code_sealed: row.code_sealed, code_hash: row.code_hash });
    await expect(reveal(other)).rejects.toMatchObject({ type: 'internal' });
  });

  it('finds the organisation’s other cases of the same person, exactly, and nobody else’s', async () => {
    await record();
    await closeCase();
    const again = await createCall(world, { node: call.node, kiosk: call.kiosk, specialist: call.specialist });
    expect(await search(again)).toMatchObject({ cases: [{ caseId: call.caseId, status: 'closed' }] });
    expect(await search(again, '327845-61245')).toEqual({ cases: [] });
    const theirs = await createWorld(api);
    const strange = await createCall(theirs, { node: call.node });
    expect(await search(strange)).toEqual({ cases: [] });
    await expect(search()).rejects.toMatchObject({ type: 'illegal-transition' });
    const searches = (await onRecord()).filter(({ action }) => action === 'citizen-identity.search');
    expect(searches.map(({ details }) => JSON.parse(details).found)).toEqual([1, 0, 0]);
  });

  it('is closed anew with a new key, opened and found meanwhile and after the old one is gone', async () => {
    await record();
    const { keys } = api.context.config.citizens;
    const fresh = { id: 'fresh', key: randomBytes(32) };
    const repository = createIdentitiesRepository(api.context.db);
    const both = createPersonalCodes([fresh, ...keys]);
    const before = (await repository.find(call.caseId))?.code;
    expect(before && both.open(before, call.caseId)).toBe(code);
    await createReseal({ ...api.context, repository, codes: both })();
    const after = (await repository.find(call.caseId))?.code;
    const alone = createPersonalCodes([fresh]);
    expect(after).toMatchObject({ keyId: 'fresh' });
    expect(after && alone.open(after, call.caseId)).toBe(code);
    const scope = { kind: 'organisation', organisationId: world.state.id, within: [world.state.id] } as const;
    const elsewhere = ServiceCaseId.parse(OrganisationId.parse(world.state.id));
    expect(await repository.listByHash(scope, alone.hashes(code, world.state.id), elsewhere)).toHaveLength(1);
    said = '';
    await createReseal({ ...api.context, repository, codes: createPersonalCodes(keys) })();
    expect(said).toContain('their key is not in CITIZEN_KEY_FILE');
  });
});
