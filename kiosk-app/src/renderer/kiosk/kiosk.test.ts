import { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { screenOf } from '../flow/screen.ts';
import { createFakeBridge } from '../testing/fake-bridge.ts';
import { FakeServer, nobody } from '../testing/fake-server.ts';
import { idOf } from '../testing/sample-ids.ts';
import { consultationOf, specialist, startRequest, viewOf } from '../testing/samples.ts';
import { Kiosk } from './kiosk.ts';

const serviceId = PublicServiceId.parse(idOf(11));
const wish = { serviceId, language: 'lv' } as const;

async function kioskAt(screen: 'rest' | 'device-check', bridge = createFakeBridge(), server = new FakeServer()) {
  const spoken: string[] = [];
  const tickets: string[] = [];
  const kiosk = new Kiosk({
    bridge,
    server,
    live: server,
    talk: nobody,
    speak: (language) => spoken.push(language),
    receiveTicket: ({ ticket }) => tickets.push(ticket),
    later: () => () => undefined,
  });
  await kiosk.start();
  if (screen === 'device-check') {
    kiosk.dispatch({ kind: 'begin' });
    kiosk.dispatch({ kind: 'language.chosen' });
    kiosk.dispatch({ kind: 'purpose.chosen', purpose: 'talk' });
    kiosk.dispatch({ kind: 'service.chosen', serviceId, waitsLong: false });
    kiosk.dispatch({ kind: 'meeting.agreed' });
  }
  return { kiosk, server, bridge, spoken, tickets, screen: () => screenOf(kiosk.getSnapshot()) };
}

describe('asking for a consultation', () => {
  it('leads to the line, with the ticket for the room', async () => {
    const { kiosk, tickets, screen } = await kioskAt('device-check');
    await kiosk.ask(wish);
    expect(screen()).toBe('waiting');
    expect(tickets).toEqual(['sample']);
  });

  it('sends the same key when the first try was not answered, for it may have been heard', async () => {
    const { kiosk, server, screen } = await kioskAt('device-check');
    server.fails = 'unavailable';
    await kiosk.ask(wish);
    expect(kiosk.getSnapshot().asking).toEqual({ state: 'failed', problem: 'unavailable' });
    expect(screen()).toBe('device-check');
    server.fails = null;
    await kiosk.ask(wish);
    expect(server.asked.map(({ key }) => key)[1]).toBe(server.asked[0]?.key);
  });

  it('sends a new key for another wish, and after a refusal', async () => {
    const { kiosk, server } = await kioskAt('device-check');
    server.fails = 'unavailable';
    await kiosk.ask(wish);
    await kiosk.ask({ ...wish, language: 'ru' });
    server.fails = 'not-found';
    await kiosk.ask({ ...wish, language: 'ru' });
    await kiosk.ask({ ...wish, language: 'ru' });
    const [first, second, third, fourth] = server.asked.map(({ key }) => key);
    expect(second).not.toBe(first);
    expect(third).toBe(second);
    expect(fourth).not.toBe(third);
  });
});

describe('the end of a session', () => {
  it('has the server forget as soon as the goodbye shows, and then the machine', async () => {
    const { kiosk, server, bridge, screen } = await kioskAt('device-check');
    await kiosk.ask(wish);
    server.accept();
    await kiosk.end();
    expect(screen()).toBe('rating');
    await kiosk.rate(4);
    expect(server.ratings).toEqual([4]);
    expect(screen()).toBe('goodbye');
    expect(server.wipes).toBe(1);
    await kiosk.wipe();
    expect(bridge.done).toEqual(['wipe']);
    expect(screen()).toBe('rest');
  });

  it('lets go of the citizen even when the rating can’t be stored', async () => {
    const { kiosk, server, screen } = await kioskAt('rest');
    server.pushConsultation({ state: 'ended', endReason: 'specialist-ended' });
    server.fails = 'unavailable';
    await kiosk.rate(5);
    expect(screen()).toBe('goodbye');
  });

  it('wipes the machine even while the server is away', async () => {
    const { kiosk, server, bridge } = await kioskAt('device-check');
    server.fails = 'unavailable';
    await kiosk.wipe();
    expect(bridge.done).toEqual(['wipe']);
  });
});

describe('a clerk’s start', () => {
  it('sets the language that the clerk chose, once', async () => {
    const { server, spoken } = await kioskAt('rest');
    server.push({ startRequest });
    server.push({ helpRequestedAt: null });
    expect(spoken).toEqual(['ru']);
  });

  it('is dismissed by going back', async () => {
    const { kiosk, server, screen } = await kioskAt('rest');
    server.push({ startRequest });
    await kiosk.back();
    expect(server.view.startRequest).toBeNull();
    expect(screen()).toBe('service');
  });
});

describe('a reload', () => {
  it('returns to the call and to its language', async () => {
    const server = new FakeServer();
    server.view = viewOf({ consultation: consultationOf({ state: 'live', specialist, language: 'uk' }) });
    const { spoken, screen } = await kioskAt('rest', createFakeBridge(), server);
    expect(screen()).toBe('call');
    expect(spoken).toEqual(['uk']);
  });
});

describe('the kiosk’s identity', () => {
  it('is asked of staff when there is none, and followed by rest', async () => {
    const { kiosk, bridge, screen } = await kioskAt('rest', createFakeBridge(null));
    expect(screen()).toBe('enrol');
    expect(await kiosk.enrol('ABCDEFGH1234', '246810')).toBe('Kuldīga');
    expect(bridge.done).toEqual([`enrolled ${idOf(31)}`]);
    kiosk.begin();
    expect(screen()).toBe('rest');
  });

  it('is not asked for when the machine was set up with a code', async () => {
    const bridge = createFakeBridge(null);
    const { publicKey } = await bridge.identity();
    bridge.identity = async () => ({ kioskId: null, publicKey, enrolmentCode: 'ABCDEFGH1234' });
    const { screen } = await kioskAt('rest', bridge);
    expect(screen()).toBe('rest');
  });

  it('is forgotten when the server has revoked it', async () => {
    const { kiosk, bridge, screen } = await kioskAt('device-check');
    await kiosk.revoked();
    expect(bridge.done).toEqual(['forget']);
    expect(screen()).toBe('revoked');
  });
});

describe('staff', () => {
  it('is told where the kiosk is', async () => {
    const { server } = await kioskAt('device-check');
    expect(server.activities).toEqual(['rest', 'choosing', 'choosing', 'choosing', 'choosing', 'device-check']);
  });
});
