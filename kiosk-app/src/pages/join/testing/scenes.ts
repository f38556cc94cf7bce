import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { drawnPerson } from '../../../renderer/testing/drawn-person.ts';
import { aLine, aParty, aView, inCall, uuid } from './builders.ts';
import { aGuest } from './fake-guest.ts';

type All = ReturnType<typeof aGuest>;
type Scene = { readonly make: () => All; readonly happen: (all: All) => Promise<void> };

const track = (kind: 'audio' | 'video') => {
  const stream = kind === 'video' ? drawnPerson() : new MediaStreamAudioDestinationNode(new AudioContext()).stream;
  const [first] = stream.getTracks();
  if (!first) throw new Error('There is no track');
  return first;
};
const devices = {
  openCamera: async () => track('video'),
  openMicrophone: async () => track('audio'),
  watchLevel: (_track: MediaStreamTrack, onLevel: (level: number) => void) => {
    onLevel(0.6);
    return () => undefined;
  },
};
const interpreter = () => aGuest({ devices });
const pause = () => new Promise((resolve) => setTimeout(resolve));

const door = async ({ guest }: All) => guest.open();

/** In the call with citizen and specialist, and whatever else is the case. */
const room =
  (change: (all: All) => Partial<CallState> = () => ({})) =>
  async (all: All) => {
    await all.guest.open();
    all.guest.enter();
    await pause();
    const parties = [aParty('citizen', drawnPerson()), aParty('specialist', drawnPerson())];
    all.calls.at(-1)?.update(inCall({ parties }));
    all.calls.at(-1)?.update(change(all));
  };

const says = (all: All, signal: IncomingSignal['signal'], role: 'citizen' | 'specialist' = 'specialist') =>
  all.live.handlers?.onSignal(
    IncomingSignal.parse({
      consultationId: uuid(600),
      from: { id: uuid(role === 'citizen' ? 11 : 12), name: 'Anna Bērziņa', role },
      signal,
    }),
  );

const chat = room((all) => {
  all.lines.push(
    aLine(1, { text: 'Labdien! Lūdzu, iztulkojiet: kurā gadā Jūs sākāt strādāt?' }),
    aLine(2, { from: 'interpreter', name: 'Oksana Melnyk', text: '1994' }),
    aLine(3, { from: 'citizen', name: 'Kuldīgas KAC', text: 'https://www.vsaa.gov.lv/pakalpojumi/vecuma-pensija' }),
  );
  all.live.handlers?.onChat({
    consultationId: all.guest.state.getSnapshot().view?.consultation.id ?? aView().consultation.id,
    latest: 3,
  });
  says(all, { kind: 'draft', text: 'Un kurā uzņēm' });
  return {};
});

const over = (view: ReturnType<typeof aView>) => async (all: All) => {
  await room()(all);
  all.live.handlers?.onView(view);
};

/** The page in every state worth looking at. */
export const scenes = {
  'no-code': { make: () => aGuest({ code: null }), happen: async () => undefined },
  'not-valid': {
    make: interpreter,
    happen: async ({ guest, answers }) => {
      answers.open = () => Promise.reject(new ProblemError('invitation-not-valid'));
      await guest.open();
    },
  },
  unreachable: {
    make: interpreter,
    happen: async ({ guest, answers }) => {
      answers.open = () => Promise.reject(new ProblemError('unavailable'));
      await guest.open();
    },
  },
  door: { make: interpreter, happen: door },
  'door-without-devices': {
    make: () => aGuest({ view: aView({ invitation: { role: 'clerk', language: null, name: 'Ilze Kalniņa' } }) }),
    happen: door,
  },
  'door-no-node': {
    make: interpreter,
    happen: async ({ guest, answers }) => {
      answers.callTicket = () => Promise.reject(new ProblemError('no-media-node'));
      await guest.open();
      guest.enter();
    },
  },
  call: { make: interpreter, happen: room() },
  'call-alone': { make: interpreter, happen: room(() => ({ phase: 'ready', parties: [] })) },
  'call-chat': { make: interpreter, happen: chat },
  'call-held': {
    make: () => aGuest({ devices, view: aView({ consultation: { held: true } }) }),
    happen: room((all) => {
      says(all, { kind: 'hand', raised: true });
      return { held: true };
    }),
  },
  'call-shown': {
    make: interpreter,
    happen: room(() => ({
      parties: [
        aParty('citizen', drawnPerson(), { document: drawnPerson(), microphoneMuted: true }),
        aParty('specialist', drawnPerson(), { cameraMuted: true }),
        aParty('colleague', drawnPerson(), { connected: false }),
      ],
    })),
  },
  'call-reconnecting': {
    make: () =>
      aGuest({ devices, view: aView({ consultation: { away: { citizen: false, specialist: false, node: true } } }) }),
    happen: room(() => ({ phase: 'reconnecting', recovery: { rung: 'rejoin', sinceMs: 0 } })),
  },
  'call-away': {
    make: () => aGuest({ view: aView({ consultation: { away: { citizen: true, specialist: false, node: false } } }) }),
    happen: async (all) => {
      await room(() => ({ quality: 'poor' }))(all);
      all.live.handlers?.onLost();
    },
  },
  left: {
    make: interpreter,
    happen: async (all) => {
      await room()(all);
      await all.guest.leave();
    },
  },
  ended: { make: interpreter, happen: over(aView({ consultation: { state: 'ended' } })) },
  withdrawn: { make: interpreter, happen: over(aView({ invitation: { state: 'withdrawn' } })) },
  expired: { make: interpreter, happen: over(aView({ invitation: { state: 'expired' } })) },
  'handed-over': {
    make: interpreter,
    happen: over(
      aView({
        invitation: { role: 'colleague', name: 'Pēteris Ozols', accountId: uuid(5) },
        consultation: { specialistName: 'Pēteris Ozols' },
      }),
    ),
  },
  elsewhere: {
    make: interpreter,
    happen: async (all) => {
      await room()(all);
      all.calls.at(-1)?.update({ phase: 'closed', closedBecause: 'replaced' });
    },
  },
} satisfies Record<string, Scene>;

type SceneName = keyof typeof scenes;
export const isSceneName = (name: string): name is SceneName => name in scenes;
