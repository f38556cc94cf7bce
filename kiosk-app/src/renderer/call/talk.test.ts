import type { CallSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { describe, expect, it } from 'vitest';
import { FakeServer } from '../testing/fake-server.ts';
import { createFakeTalk } from '../testing/fake-talk.ts';
import { idOf } from '../testing/sample-ids.ts';
import { consultationOf } from '../testing/samples.ts';
import type { TalkPorts } from './talk.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));
const live = consultationOf({ state: 'live' });

class Track extends EventTarget {
  stopped = false;
  stop() {
    this.stopped = true;
  }
}
const isTrack = (value: unknown): value is MediaStreamTrack => value instanceof Track;
const isBitmap = (value: unknown): value is ImageBitmap => typeof value === 'object';

async function talking(parts: Parameters<typeof createFakeTalk>[1] = {}) {
  const server = new FakeServer();
  server.view = { ...server.view, consultation: live };
  const { talk } = createFakeTalk(server, parts);
  server.start({
    connected: () => talk.connected(),
    view: () => undefined,
    lost: () => undefined,
    revoked: () => undefined,
    signal: (incoming) => talk.signal(incoming),
    chat: (news) => talk.chat(news),
  });
  talk.follow(live);
  await settled();
  return { server, talk, answers: () => server.signals.filter(({ kind }) => kind.endsWith('answer')) };
}

function withPaper() {
  const tracks: Track[] = [];
  const shown: boolean[] = [];
  const stills: string[] = [];
  const takeStill: TalkPorts['document']['takeStill'] = async () => {
    const thumbnail: unknown = {};
    if (!isBitmap(thumbnail)) throw new Error('No picture');
    stills.push('taken');
    return { jpeg: 'QUJD', thumbnail };
  };
  const documentCamera = async () => {
    const track = new Track();
    tracks.push(track);
    if (!isTrack(track)) throw new Error('No track');
    return track;
  };
  return {
    tracks,
    shown,
    stills,
    parts: { documentCamera, takeStill, show: (track: unknown) => shown.push(track !== null) },
  };
}
Object.assign(globalThis, { MediaStream: class {} });

const ask = (signal: CallSignal) => signal;
const request = idOf(90);

describe('writing to each other', () => {
  it('brings the writing up when somebody else begins, and notes it where the paper is on the screen', async () => {
    const { server, talk } = await talking();
    server.say({ kind: 'draft', text: 'Labd' });
    expect(talk.getSnapshot()).toMatchObject({ panel: 'chat', unread: false });
    talk.show('document');
    server.chat('Labdien!');
    await settled();
    expect(talk.getSnapshot()).toMatchObject({ panel: 'document', unread: true });
    talk.show('chat');
    expect(talk.getSnapshot().unread).toBe(false);
  });

  it('loses no line while the server is away', async () => {
    const { server, talk } = await talking();
    server.fails = 'unavailable';
    talk.writing.write('Mani dzirdat?');
    talk.sendWritten();
    await settled();
    expect(talk.getSnapshot().chat.sending.map(({ text, state }) => [text, state])).toEqual([
      ['Mani dzirdat?', 'waiting'],
    ]);
    server.fails = null;
    server.chat('Jā!');
    talk.connected();
    await settled();
    expect(talk.getSnapshot().chat.lines.map(({ text }) => text)).toEqual(['Jā!', 'Mani dzirdat?']);
  });

  it('hears nothing of another consultation', async () => {
    const { server, talk } = await talking();
    server.view = { ...server.view, consultation: consultationOf({ id: live.id }) };
    talk.follow(null);
    server.say({ kind: 'draft', text: 'Labdien' });
    expect(talk.writing.getSnapshot().others).toEqual([]);
  });

  it('is forgotten with the consultation, and so are loudness and hand', async () => {
    const { server, talk } = await talking();
    server.chat('Labdien!');
    talk.raiseHand(true);
    talk.writing.write('Mans kods ir');
    server.say(ask({ kind: 'control.ask', request, control: { what: 'volume', value: 0.2 } }));
    talk.consents.reply(true);
    await settled();
    expect(talk.getSnapshot()).toMatchObject({ volume: 0.2, handRaised: true });
    talk.follow(null);
    expect(talk.getSnapshot()).toEqual({
      panel: 'none',
      chat: { lines: [], sending: [] },
      unread: false,
      handRaised: false,
      volume: 1,
    });
    expect(talk.writing.getSnapshot().own).toBe('');
  });
});

describe('what a specialist asks of the kiosk', () => {
  it('is not done without the citizen’s yes', async () => {
    const { server, talk, answers } = await talking();
    server.say(ask({ kind: 'control.ask', request, control: { what: 'volume', value: 0.2 } }));
    expect(talk.getSnapshot().volume).toBe(1);
    talk.consents.reply(false);
    await settled();
    expect(talk.getSnapshot().volume).toBe(1);
    expect(answers()).toEqual([{ kind: 'control.answer', request, allowed: false }]);
  });

  it('is asked of the citizen once for the call', async () => {
    const { server, talk, answers } = await talking();
    server.say(ask({ kind: 'control.ask', request, control: { what: 'volume', value: 0.2 } }));
    talk.consents.reply(true);
    server.say(ask({ kind: 'control.ask', request, control: { what: 'volume', value: 0.6 } }));
    await settled();
    expect(talk.consents.getSnapshot().question).toBeNull();
    expect(talk.getSnapshot().volume).toBe(0.6);
    expect(answers()).toHaveLength(2);
    talk.follow(null);
    talk.follow(live);
    server.say(ask({ kind: 'control.ask', request, control: { what: 'volume', value: 0.1 } }));
    expect(talk.consents.getSnapshot().question?.consent).toBe('volume');
  });

  it('is nobody else’s to ask', async () => {
    const { server, talk } = await talking();
    server.say(ask({ kind: 'control.ask', request, control: { what: 'volume', value: 0.2 } }), { role: 'interpreter' });
    expect(talk.consents.getSnapshot().question).toBeNull();
  });

  it('says when there is no other camera', async () => {
    const { server, talk, answers } = await talking({ nextCamera: async () => false });
    server.say(ask({ kind: 'control.ask', request, control: { what: 'next-camera' } }));
    talk.consents.reply(true);
    await settled();
    expect(answers()).toEqual([{ kind: 'control.answer', request, allowed: false }]);
  });
});

describe('the document camera', () => {
  it('is started with consent, and the pictures that are asked for then need no other', async () => {
    const { shown, parts } = withPaper();
    const { server, talk, answers } = await talking(parts);
    server.say(ask({ kind: 'document.ask', request, want: 'start' }));
    expect(shown).toEqual([]);
    talk.consents.reply(true);
    await settled();
    expect([shown, talk.getSnapshot().panel]).toEqual([[true], 'document']);
    server.say(ask({ kind: 'document.ask', request, want: 'picture' }));
    await settled();
    expect(server.pictures).toEqual(['QUJD']);
    expect(talk.document.getSnapshot().picture).toBe('kept');
    server.say(ask({ kind: 'document.ask', request, want: 'stop' }));
    expect([shown, talk.getSnapshot().panel]).toEqual([[true, false], 'none']);
    expect(answers().map((answer) => answer.kind === 'document.answer' && answer.done)).toEqual([true, true, true]);
  });

  it('asks for consent to a picture even when the citizen is showing the paper', async () => {
    const { stills, parts } = withPaper();
    const { server, talk } = await talking(parts);
    await talk.document.start();
    server.say(ask({ kind: 'document.ask', request, want: 'picture' }));
    await settled();
    expect([stills, talk.consents.getSnapshot().question?.isPicture]).toEqual([[], true]);
  });

  it('says that a picture was not kept', async () => {
    const { parts } = withPaper();
    const { server, talk, answers } = await talking(parts);
    server.say(ask({ kind: 'document.ask', request, want: 'picture' }));
    server.fails = 'too-large';
    talk.consents.reply(true);
    await settled();
    server.fails = null;
    expect(talk.document.getSnapshot().picture).toBe('failed');
    expect(answers()).toEqual([]);
  });

  it('goes off on hold, at the end, and when it is unplugged', async () => {
    const { tracks, parts } = withPaper();
    const { talk } = await talking(parts);
    await talk.document.start();
    talk.follow({ ...live, held: true });
    expect([tracks[0]?.stopped, talk.document.getSnapshot().phase]).toEqual([true, 'off']);
    await talk.document.start();
    tracks[1]?.dispatchEvent(new Event('ended'));
    expect(talk.document.getSnapshot().phase).toBe('missing');
    await talk.document.start();
    talk.follow(null);
    expect(tracks[2]?.stopped).toBe(true);
  });
});
