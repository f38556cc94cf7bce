import { randomUUID } from 'node:crypto';
import { auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { guestNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import { nodeNotifications } from '@remote-clerk/shared/contracts/node/messages.ts';
import { DeskView, GuestView } from '@remote-clerk/shared/contracts/views.ts';
import { InvitationId } from '@remote-clerk/shared/domain/ids.ts';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { bringIn, bringInColleague, createCall, invite, openLink } from '../testing/people.ts';
import { openSocket } from '../testing/test-socket.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
});
afterEach(() => api.close());

const minutes = (count: number) => count * 60_000;
const stepsOf = async ({ specialist, caseId }: Awaited<ReturnType<typeof createCall>>) => {
  const { timeline } = await specialist.client.call(serviceCaseRoutes.readServiceCase, { params: { caseId } });
  return timeline.map(({ step, actorName }) =>
    step === 'joined' || step === 'guest-left' ? `${step}: ${actorName}` : step,
  );
};

describe('a link', () => {
  it('lets a guest in, who is then seen by all and stays in the record', async () => {
    const call = await createCall(world);
    const { invitation, code } = await invite(call.specialist, call.consultationId);
    expect(code).toMatch(/^[A-Z2-9]{20}$/);
    const page = await openLink(api, code);
    expect(page.view).toMatchObject({ invitation: { state: 'invited' }, consultation: { state: 'live' } });
    const { ticket } = await page.ticket();
    expect(decodeJwt(ticket)).toMatchObject({ sub: invitation.id, role: 'interpreter', standing: 'participant' });
    const [inKiosk] = (await call.kiosk.view()).consultation?.people ?? [];
    expect(inKiosk).toMatchObject({ name: 'Anna Tulko', state: 'joined' });
    await call.end();
    expect((await stepsOf(call)).slice(-4)).toEqual([
      'invited',
      'joined: Anna Tulko',
      'guest-left: Anna Tulko',
      'ended',
    ]);
    const { participants } = await call.specialist.client.call(serviceCaseRoutes.readServiceCase, {
      params: { caseId: call.caseId },
    });
    expect(participants).toContainEqual({ role: 'interpreter', name: 'Anna Tulko' });
  });

  it('may be typed as people type', async () => {
    const call = await createCall(world);
    const { code } = await invite(call.specialist, call.consultationId);
    await openLink(api, (code ?? '').toLowerCase().replaceAll(/(.{4})/g, '$1-'));
  });

  it('that nobody opens within a quarter of an hour is over, and makes room', async () => {
    const call = await createCall(world);
    const { code } = await invite(call.specialist, call.consultationId);
    await invite(call.specialist, call.consultationId);
    await expect(invite(call.specialist, call.consultationId)).rejects.toMatchObject({ type: 'room-full' });
    api.clock.advance(minutes(15));
    await expect(openLink(api, code)).rejects.toMatchObject({ type: 'invitation-not-valid' });
    await invite(call.specialist, call.consultationId);
    await api.jobs.tick();
    const states = (await call.specialist.desk()).current?.people.map(({ state }) => state);
    expect(states).toEqual(['expired', 'expired', 'invited']);
  });

  it('that was opened is good for as long as the consultation, also for who has left', async () => {
    const call = await createCall(world);
    const { code, client } = await bringIn(api, call.specialist, call.consultationId);
    await client.call(peopleRoutes.leaveAsGuest, { body: {} });
    await expect(client.call(peopleRoutes.readGuestView)).rejects.toMatchObject({ type: 'not-signed-in' });
    api.clock.advance(minutes(20));
    await call.node.heartbeat();
    await (await openLink(api, code)).ticket();
    await call.end();
    await expect(openLink(api, code)).rejects.toMatchObject({ type: 'invitation-not-valid' });
    expect((await stepsOf(call)).filter((step) => step.includes('Anna'))).toEqual([
      'joined: Anna Tulko',
      'guest-left: Anna Tulko',
      'joined: Anna Tulko',
      'guest-left: Anna Tulko',
    ]);
  });

  it('that is opened in another place sends out whoever opened it before', async () => {
    const call = await createCall(world);
    const first = await bringIn(api, call.specialist, call.consultationId);
    const socket = await first.connect();
    await openLink(api, first.code);
    await socket.closed();
    await expect(first.ticket()).rejects.toMatchObject({ type: 'not-signed-in' });
  });

  it('of a guess tells nothing, and the guess is on record', async () => {
    await expect(openLink(api, 'A'.repeat(20))).rejects.toMatchObject({ type: 'invitation-not-valid' });
    const entries = await api.context.db.connection('audit_entries').where({ action: 'invitation.open' });
    expect(entries).toMatchObject([{ result: 'refused', actor_kind: 'nobody' }]);
  });

  it('is not kept anywhere as it is', async () => {
    const call = await createCall(world);
    const { code } = await invite(call.specialist, call.consultationId);
    const rows = await api.context.db.connection('invitations').select('*');
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});

describe('a guest', () => {
  it('is shown the consultation on connecting and after each change, and sent out with its end', async () => {
    const call = await createCall(world);
    const page = await bringIn(api, call.specialist, call.consultationId);
    const socket = await page.connect();
    await socket.told('guest', GuestView, ({ invitation }) => invitation.state === 'joined');
    await invite(call.specialist, call.consultationId, { name: 'Otrs' });
    await socket.told('guest', GuestView, ({ consultation }) => consultation.people.length === 2);
    await call.end();
    await socket.closed();
    expect(socket.heard.at(-1)?.name).toBe('session.ended');
    await expect(openSocket(`${api.url}${guestNamespace}`, { auth: { token: page.token } })).rejects.toThrow(
      'not-signed-in',
    );
  });

  it('hears what the others say in passing, is heard by them, and by nobody in another call', async () => {
    const call = await createCall(world);
    const socket = await (await bringIn(api, call.specialist, call.consultationId)).connect();
    const other = await createCall(world);
    const stranger = await (await bringIn(api, other.specialist, other.consultationId)).connect();
    const hand = { consultationId: call.consultationId, signal: { kind: 'hand', raised: true } };
    await call.kiosk.socket?.ask('call.signal', hand);
    await socket.told('call.signal', IncomingSignal, ({ from }) => from.role === 'citizen');
    expect(await socket.ask('call.signal', hand)).toEqual({});
    await call.kiosk.socket?.told('call.signal', IncomingSignal, ({ from }) => from.name === 'Anna Tulko');
    expect(await stranger.ask('call.signal', hand)).toBe('not-found');
    expect(stranger.heard.filter(({ name }) => name === 'call.signal')).toEqual([]);
  });

  it('who is sent out gets in no more', async () => {
    const call = await createCall(world);
    const page = await bringIn(api, call.specialist, call.consultationId);
    const socket = await page.connect();
    await call.specialist.client.call(peopleRoutes.withdrawInvitation, { params: { invitationId: page.id } });
    await socket.closed();
    // The media is not left to a page's good will.
    await call.node.socket.told('peer.remove', nodeNotifications['peer.remove'], ({ subject }) => subject === page.id);
    await expect(page.ticket()).rejects.toMatchObject({ type: 'not-signed-in' });
    await expect(openLink(api, page.code)).rejects.toMatchObject({ type: 'invitation-not-valid' });
  });

  it('whose page has been gone for a quarter of an hour has left; an open page stays', async () => {
    const call = await createCall(world);
    const gone = await bringIn(api, call.specialist, call.consultationId);
    const stays = await bringIn(api, call.specialist, call.consultationId, { name: 'Paliek' });
    const socket = await stays.connect();
    for (let minute = 0; minute < 16; minute += 1) {
      api.clock.advance(minutes(1));
      await api.jobs.tick();
    }
    const states = (await call.specialist.desk()).current?.people.map(({ name, state }) => `${name}: ${state}`);
    expect(states).toEqual(['Anna Tulko: left', 'Paliek: joined']);
    expect(socket.raw.connected).toBe(true);
    await expect(gone.ticket()).rejects.toMatchObject({ type: 'not-signed-in' });
  });

  it('is sent out when the specialist is lost before the call', async () => {
    await world.node();
    const kiosk = await world.kiosk();
    const specialist = await world.specialist();
    const { consultationId } = await kiosk.ask();
    await specialist.client.call(consultationRoutes.acceptConsultation, { params: { consultationId }, body: {} });
    const page = await bringIn(api, specialist, consultationId);
    api.clock.advance(21_000);
    await api.jobs.tick();
    await expect(page.ticket()).rejects.toMatchObject({ type: 'not-signed-in' });
  });
});

describe('the duty roster', () => {
  it('has those who are at work, in their institution or another of the organisation, and says who is free', async () => {
    const call = await createCall(world);
    const free = await world.specialist();
    await world.specialist({ atWork: false });
    const { people } = await call.specialist.client.call(peopleRoutes.listOnDuty, { params: call.params });
    expect(people).toMatchObject([{ accountId: free.id, role: 'colleague', free: true }]);
    const busy = await createCall(world, { specialist: free });
    const again = await call.specialist.client.call(peopleRoutes.listOnDuty, { params: call.params });
    expect(again.people).toMatchObject([{ accountId: free.id, free: false }]);
    await busy.end();
  });

  it('knows interpreters by their skill', async () => {
    const call = await createCall(world);
    const interpreter = await world.specialist();
    await api.context.db.connection('specialist_skills').insert({
      organisation_id: world.state.id,
      specialist_id: interpreter.id,
      skill: 'sign-language',
    });
    const { people } = await call.specialist.client.call(peopleRoutes.listOnDuty, { params: call.params });
    expect(people).toMatchObject([{ accountId: interpreter.id, role: 'interpreter' }]);
  });

  it('lets nobody be rung for another citizen while they are in a colleague’s call', async () => {
    const call = await createCall(world);
    const colleague = await world.specialist();
    const page = await bringInColleague(api, call.specialist, call.consultationId, colleague);
    const kiosk = await world.kiosk();
    await kiosk.ask();
    expect((await colleague.desk()).ring).toBeNull();
    await page.client.call(peopleRoutes.leaveAsGuest, { body: {} });
    await colleague.socket?.told('desk', DeskView, ({ ring }) => ring !== null);
  });

  it('rings at the desk of who is asked, and lets them in when they come', async () => {
    const call = await createCall(world);
    const colleague = await world.specialist();
    const { invitation, code } = await invite(call.specialist, call.consultationId, {
      role: 'colleague',
      accountId: colleague.id,
      name: 'as somebody else',
    });
    expect({ code, name: invitation.name }).toEqual({ code: null, name: (await colleague.desk()).specialist.name });
    await colleague.socket?.told('desk', DeskView, ({ invitations }) => invitations.length === 1);
    const answer = (coming: boolean) =>
      colleague.client.call(peopleRoutes.answerInvitation, {
        params: { invitationId: invitation.id },
        body: { coming },
      });
    const earlier = await answer(true);
    const latest = await answer(true);
    await expect(openLink(api, earlier.code)).rejects.toMatchObject({ type: 'invitation-not-valid' });
    await (await openLink(api, latest.code)).ticket();
    expect((await colleague.desk()).invitations).toMatchObject([{ state: 'joined' }]);
  });

  it('lets nobody be asked twice, nor who is not at work; who cannot come says so', async () => {
    const call = await createCall(world);
    const colleague = await world.specialist();
    const absent = await world.specialist({ atWork: false });
    const ask = (accountId: typeof colleague.id) =>
      invite(call.specialist, call.consultationId, { role: 'colleague', accountId });
    const { invitation } = await ask(colleague.id);
    await expect(ask(colleague.id)).rejects.toMatchObject({ type: 'illegal-transition' });
    await expect(ask(absent.id)).rejects.toMatchObject({ type: 'not-found' });
    const params = { invitationId: invitation.id };
    const { view } = await colleague.client.call(peopleRoutes.answerInvitation, { params, body: { coming: false } });
    expect(view.invitations).toEqual([]);
    expect((await call.specialist.desk()).current?.people).toMatchObject([{ state: 'declined' }]);
    expect((await call.kiosk.view()).consultation?.people).toEqual([]);
  });
});

describe('a warm hand-over', () => {
  const handOver = (call: Awaited<ReturnType<typeof createCall>>, invitationId: string) =>
    call.specialist.client.call(peopleRoutes.handOver, {
      params: call.params,
      body: { invitationId: InvitationId.parse(invitationId) },
    });

  it('makes the colleague in the call its specialist, and the other free', async () => {
    const call = await createCall(world);
    const colleague = await world.specialist();
    const page = await bringInColleague(api, call.specialist, call.consultationId, colleague);
    const socket = await page.connect();
    const view = await handOver(call, page.id);
    await socket.told('guest', GuestView, (last) => last.consultation.specialistName === last.invitation.name);
    await socket.closed();
    expect(view).toMatchObject({ current: null, toClose: [] });
    expect((await colleague.desk()).current).toMatchObject({
      id: call.consultationId,
      state: 'live',
      handedOverBy: (await call.specialist.desk()).specialist.name,
    });
    await expect(page.ticket()).rejects.toMatchObject({ type: 'not-signed-in' });
    const params = call.params;
    const ticket = await colleague.client.call(consultationRoutes.createCallTicket, { params, body: {} });
    expect(decodeJwt(ticket.ticket)).toMatchObject({ sub: colleague.id, role: 'specialist' });
    await expect(call.end()).rejects.toMatchObject({ type: 'not-found' });
    await colleague.client.call(consultationRoutes.endConsultation, { params, body: {} });
    const theirs = await stepsOf({ ...call, specialist: colleague });
    expect(theirs.slice(-2)).toEqual(['handed-over', 'ended']);
    await expect(stepsOf(call)).rejects.toMatchObject({ type: 'not-found' });
  });

  it('goes neither to one without a desk, nor to one who is not there, nor to one of another institution', async () => {
    const call = await createCall(world);
    const stranger = await bringIn(api, call.specialist, call.consultationId);
    await expect(handOver(call, stranger.id)).rejects.toMatchObject({ type: 'illegal-transition' });
    const colleague = await world.specialist();
    const { invitation } = await invite(call.specialist, call.consultationId, {
      role: 'colleague',
      accountId: colleague.id,
    });
    await expect(handOver(call, invitation.id)).rejects.toMatchObject({ type: 'illegal-transition' });
    await expect(handOver(call, randomUUID())).rejects.toMatchObject({ type: 'not-found' });
    await call.specialist.client.call(peopleRoutes.withdrawInvitation, { params: { invitationId: invitation.id } });

    const { id: institutionId } = await world.services.catalogue.createInstitution(world.state.id, {
      code: 'CITA',
      name: { lv: 'Cita', en: 'Other', ru: 'Другая', uk: 'Інша' },
    });
    const elsewhere = await world.specialist({ institutionId });
    const page = await bringInColleague(api, call.specialist, call.consultationId, elsewhere);
    await expect(handOver(call, page.id)).rejects.toMatchObject({ type: 'illegal-transition' });
  });

  it('is refused to one who has meanwhile got a call of their own', async () => {
    const call = await createCall(world);
    const colleague = await world.specialist();
    const page = await bringInColleague(api, call.specialist, call.consultationId, colleague);
    await createCall(world, { specialist: colleague });
    await expect(handOver(call, page.id)).rejects.toMatchObject({ type: 'specialist-busy' });
    expect((await call.specialist.desk()).current?.id).toBe(call.consultationId);
  });

  it('and an answer to another citizen at the same moment give a specialist one call, not two', async () => {
    const call = await createCall(world);
    const colleague = await world.specialist();
    const page = await bringInColleague(api, call.specialist, call.consultationId, colleague);
    const { consultationId } = await (await world.kiosk()).ask();
    const accept = colleague.client.call(consultationRoutes.acceptConsultation, {
      params: { consultationId },
      body: {},
    });
    const outcomes = await Promise.allSettled([handOver(call, page.id), accept]);
    const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refusals).toMatchObject([{ type: 'specialist-busy' }]);
    const engaged = await api.context.db
      .connection('consultations')
      .where({ specialist_id: colleague.id })
      .whereIn('state', ['accepted', 'live']);
    expect(engaged).toHaveLength(1);
  });

  it('is on record, as asking in and opening are', async () => {
    const call = await createCall(world);
    const page = await bringInColleague(api, call.specialist, call.consultationId, await world.specialist());
    await handOver(call, page.id);
    const administrator = await api.build.account({ organisationId: world.state.id, role: 'administrator' });
    const client = api.client();
    await client.signIn(administrator);
    const { entries } = await client.call(auditRoutes.listAudit, { query: {} });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['invitation.create', 'invitation.answer', 'invitation.open', 'consultation.hand-over']),
    );
  });
});
