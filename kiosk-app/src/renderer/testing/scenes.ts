import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { initialCallState } from '@remote-clerk/shared/call/call-state.ts';
import { CitizenSignInId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Purpose } from '../flow/flow.ts';
import type { KioskParts } from '../kiosk/kiosk-context.tsx';
import type { Measured } from '../self-test/verdicts.ts';
import type { FakeServer } from './fake-server.ts';
import { daysOn, idOf } from './sample-ids.ts';
import { callWith, partyOf } from './sample-parties.ts';
import { consultationOf, specialist, startRequest, ticketOf } from './samples.ts';

export interface Stage {
  readonly kiosk: KioskParts['kiosk'];
  readonly server: FakeServer;
  readonly talk: KioskParts['talk'];
  /** The kiosk tests itself and finds this. */
  testItself(measured: Partial<Measured>): Promise<void>;
  /** How the call goes from now on. */
  show(state: Partial<CallState>): void;
  /** Somebody's picture. */
  picture(): MediaStream;
}

const answered = { state: 'live', place: null, wait: null, specialist, liveAt: instantFrom(0) } as const;

const inCall = ({ show, picture }: Stage) => show(callWith(partyOf('specialist', picture())));
/** A call that goes well, with the specialist in it. */
const talking = (stage: Stage) => {
  stage.server.pushConsultation(answered);
  inCall(stage);
};
const { local } = initialCallState;

const choose = ({ kiosk }: Stage, purpose: Purpose = 'talk') => {
  kiosk.dispatch({ kind: 'begin' });
  kiosk.dispatch({ kind: 'language.chosen' });
  kiosk.dispatch({ kind: 'purpose.chosen', purpose });
};
const pick = ({ kiosk }: Stage, service: number, waitsLong: boolean) =>
  kiosk.dispatch({ kind: 'service.chosen', serviceId: PublicServiceId.parse(idOf(service)), waitsLong });
const meet = (stage: Stage, service = 11) => {
  choose(stage);
  pick(stage, service, false);
};
/** At the question how it is made sure of who the citizen is. */
const prove = (stage: Stage) => {
  const { server, kiosk } = stage;
  server.services = server.services.map((service) => ({ ...service, identity: 'checked' }));
  choose(stage);
  const serviceId = PublicServiceId.parse(idOf(11));
  kiosk.dispatch({ kind: 'service.chosen', serviceId, waitsLong: false, needsIdentity: true });
};
const check = (stage: Stage) => {
  meet(stage);
  stage.kiosk.dispatch({ kind: 'meeting.agreed' });
};
const ways = (stage: Stage, service: number) => {
  choose(stage);
  pick(stage, service, true);
};
const arrive = async ({ kiosk, server }: Stage, checkedIn: Partial<FakeServer['checkedIn']>) => {
  server.checkedIn = { ...server.checkedIn, ...checkedIn };
  kiosk.dispatch({ kind: 'begin' });
  kiosk.dispatch({ kind: 'language.chosen' });
  kiosk.dispatch({ kind: 'purpose.chosen', purpose: 'check-in' });
  await kiosk.queue.checkIn('K7M2QX9DA');
};
const day = (stage: Stage) => {
  choose(stage, 'book');
  pick(stage, 11, false);
};
const time = (stage: Stage) => {
  day(stage);
  stage.kiosk.dispatch({ kind: 'day.chosen', day: PlainDate.parse(daysOn(1, 9).slice(0, 10)) });
};
const hold = async (stage: Stage) => {
  time(stage);
  await stage.kiosk.booking.hold({ ...wish, startsAt: daysOn(1, 14.5) });
};
const contact = async (stage: Stage) => {
  await hold(stage);
  stage.kiosk.dispatch({ kind: 'contact.typed', contact: { name: 'Žanete Ķirse', email: 'zanete.kirse@piemers.lv' } });
  stage.kiosk.dispatch({ kind: 'name.given' });
};
const chatLines = [
  'Labdien! Rakstīšu, jo Jūs mani, šķiet, nedzirdat.',
  'Lūdzu, apskatiet iesniegumu, ko tikko parādīju ekrānā.',
];
const wish = { serviceId: PublicServiceId.parse(idOf(11)), language: 'lv' } as const;

/** Each screen in each of its states, by name; what leads there happens after the kiosk has connected. */
export const scenes = {
  rest: () => undefined,
  /** From rest to the end by touching: somebody answers soon. */
  journey: (stage) => {
    const { kiosk, server } = stage;
    let isAnswered = false;
    kiosk.subscribe(() => {
      if (isAnswered || server.view.consultation?.state !== 'waiting') return;
      isAnswered = true;
      setTimeout(() => {
        server.accept();
        inCall(stage);
      }, 500);
    });
  },
  language: ({ kiosk }) => kiosk.dispatch({ kind: 'begin' }),
  purpose: ({ kiosk }) => {
    kiosk.dispatch({ kind: 'begin' });
    kiosk.dispatch({ kind: 'language.chosen' });
  },
  'rest-closed': ({ server }) => server.push({ openToday: [] }),
  'rest-tested': ({ testItself }) => testItself({ camera: null, network: null }),
  called: ({ server }) => server.push({ calledTicket: ticketOf({ state: 'called', place: null }) }),
  service: (stage) => choose(stage),
  'service-to-book': (stage) => choose(stage, 'book'),
  'ways-long': (stage) => ways(stage, 14),
  'ways-closed': (stage) => ways(stage, 13),
  'ways-nobody': (stage) => ways(stage, 18),
  'ways-closed-for-good': (stage) => {
    stage.server.services = stage.server.services.map((service) => ({ ...service, bookable: false }));
    ways(stage, 13);
  },
  ticket: async (stage) => {
    ways(stage, 14);
    await stage.kiosk.queue.takeTicket(wish);
  },
  'check-in': ({ kiosk }) => {
    kiosk.dispatch({ kind: 'begin' });
    kiosk.dispatch({ kind: 'language.chosen' });
    kiosk.dispatch({ kind: 'purpose.chosen', purpose: 'check-in' });
  },
  'check-in-not-found': async (stage) => {
    stage.server.fails = 'not-found';
    await arrive(stage, {});
    stage.server.fails = null;
  },
  'arrived-ready': (stage) => arrive(stage, {}),
  'arrived-on-time': (stage) => arrive(stage, { canBegin: false }),
  'arrived-early': (stage) => arrive(stage, { arrival: 'early', canBegin: false }),
  'arrived-late': (stage) => arrive(stage, { arrival: 'late', canBegin: false, ticket: ticketOf({ wait: null }) }),
  'book-day': day,
  'book-day-none': (stage) => {
    stage.server.slots = [];
    day(stage);
  },
  'book-time': time,
  'book-time-taken': async (stage) => {
    stage.server.taken.push(daysOn(1, 14.5));
    await hold(stage);
  },
  'book-time-expired': async (stage) => {
    await contact(stage);
    stage.kiosk.dispatch({ kind: 'hold.expired' });
  },
  'book-name': hold,
  'book-contact': contact,
  'book-contact-failed': async (stage) => {
    await contact(stage);
    stage.server.fails = 'unavailable';
    await stage.kiosk.booking.confirm();
    stage.server.fails = null;
  },
  booked: async (stage) => {
    await contact(stage);
    await stage.kiosk.booking.confirm();
  },
  /** The time that is touched first is gone by then. */
  'booking-journey': (stage) => {
    stage.server.taken.push(daysOn(1, 9.5));
    ways(stage, 14);
  },
  identity: prove,
  'identity-signing-in': (stage) => {
    stage.server.signInWaits = true;
    prove(stage);
    stage.kiosk.dispatch({ kind: 'sign-in.started' });
  },
  'identity-failed': (stage) => {
    prove(stage);
    stage.kiosk.dispatch({ kind: 'sign-in.started' });
    stage.kiosk.dispatch({ kind: 'sign-in.failed', problem: 'sign-in-failed' });
  },
  'meeting-signed-in': (stage) => {
    prove(stage);
    stage.kiosk.dispatch({ kind: 'sign-in.started' });
    const id = CitizenSignInId.parse(idOf(95));
    stage.kiosk.dispatch({ kind: 'sign-in.succeeded', id, name: 'Anna Ķirse' });
  },
  'meeting-with-document': (stage) => {
    prove(stage);
    stage.kiosk.dispatch({ kind: 'document.chosen' });
  },
  'waiting-with-document': ({ server }) => server.pushConsultation({ identity: 'needed' }),
  meeting: (stage) => meet(stage),
  'meeting-other-language': (stage) => meet(stage, 13),
  'meeting-started-by-staff': ({ server }) => server.push({ startRequest }),
  'device-check': check,
  'ask-failed': (stage) => {
    check(stage);
    stage.kiosk.dispatch({ kind: 'ask.failed', problem: 'internal' });
  },
  waiting: ({ server }) => server.pushConsultation({}),
  'waiting-next': ({ server }) => server.pushConsultation({ state: 'offered', place: 1, wait: { from: 0, to: 2 } }),
  'waiting-nobody': ({ server }) => server.pushConsultation({ wait: null }),
  'waiting-no-media': ({ server }) => server.pushConsultation({ room: null }),
  'waiting-again': ({ server }) => {
    server.pushConsultation(answered);
    server.pushConsultation({ state: 'waiting', place: 1, wait: { from: 0, to: 2 }, specialist: null });
  },
  'waiting-server-away': ({ server }) => {
    server.pushConsultation({});
    server.lose();
  },
  answered: ({ server }) => server.pushConsultation({ ...answered, state: 'accepted', liveAt: null }),
  call: (stage) => {
    stage.server.pushConsultation({ ...answered, staffPresence: 'in-room' });
    inCall(stage);
  },
  'call-specialist-hidden': ({ server, show, picture }) => {
    server.pushConsultation(answered);
    show({
      ...callWith(partyOf('specialist', picture(), { microphoneMuted: true, cameraMuted: true })),
      quality: 'poor',
    });
  },
  'call-interpreter': ({ server, show, picture }) => {
    server.pushConsultation(answered);
    show(callWith(partyOf('specialist', picture()), partyOf('interpreter', picture())));
  },
  'call-four': ({ server, show, picture }) => {
    server.pushConsultation(answered);
    show(
      callWith(
        partyOf('specialist', picture()),
        partyOf('interpreter', picture()),
        partyOf('colleague', picture(), { cameraMuted: true }),
      ),
    );
  },
  'call-screen': ({ server, show, picture }) => {
    server.pushConsultation(answered);
    show(callWith(partyOf('specialist', picture(), { screen: picture() }), partyOf('interpreter', picture())));
  },
  'call-hold': (stage) => {
    talking(stage);
    stage.server.pushConsultation({ held: true });
    stage.show({ held: true });
  },
  'call-reconnecting': (stage) => {
    talking(stage);
    stage.show({ phase: 'reconnecting', recovery: { rung: 'rejoin', sinceMs: performance.now() - 12_000 } });
  },
  'call-reconnecting-long': (stage) => {
    talking(stage);
    stage.show({ phase: 'reconnecting', recovery: { rung: 'rejoin', sinceMs: performance.now() - 41_000 } });
  },
  'call-party-away': ({ server, show, picture }) => {
    server.pushConsultation(answered);
    show(callWith(partyOf('specialist', picture(), { connected: false })));
  },
  'call-direct': (stage) => {
    talking(stage);
    stage.server.pushConsultation({ room: null, away: { citizen: false, specialist: false, node: true } });
    stage.show({ path: 'direct' });
  },
  'call-devices-lost': (stage) => {
    talking(stage);
    stage.show({ local: { ...local, camera: 'lost', microphone: 'silent' } });
  },
  'call-chat': (stage) => {
    talking(stage);
    for (const line of chatLines) stage.server.chat(line);
    stage.server.say({ kind: 'draft', text: 'Vai redzat pirmo lapu? Tajā ir…' });
    stage.talk.writing.write('Jā, redzu. Kur man jāparakstās?');
  },
  'call-chat-away': async (stage) => {
    talking(stage);
    stage.talk.show('chat');
    stage.server.fails = 'unavailable';
    stage.server.lose();
    stage.talk.writing.write('Mani vēl dzirdat?');
    stage.talk.sendWritten();
    stage.show({ phase: 'reconnecting', recovery: { rung: 'resume', sinceMs: performance.now() - 12_000 } });
  },
  'call-captions': (stage) => {
    talking(stage);
    stage.talk.raiseHand(true);
    stage.server.say({ kind: 'caption', id: idOf(91), text: 'Labdien! Jūsu iesniegums ir saņemts.', final: true });
    stage.server.say({
      kind: 'caption',
      id: idOf(92),
      text: 'Tagad apskatīsimies, kas vēl ir vajadzīgs',
      final: false,
    });
  },
  'call-consent-volume': (stage) => {
    talking(stage);
    stage.server.say({ kind: 'control.ask', request: idOf(93), control: { what: 'volume', value: 0.8 } });
  },
  'call-consent-picture': (stage) => {
    talking(stage);
    stage.server.say({ kind: 'document.ask', request: idOf(94), want: 'picture' });
  },
  'call-document': async (stage) => {
    talking(stage);
    await stage.talk.document.takePicture();
  },
  'call-no-media': ({ server }) => server.pushConsultation({ ...answered, room: null }),
  'dropped-after-writing': async (stage) => {
    talking(stage);
    for (const line of chatLines) stage.server.chat(line);
    await new Promise((resolve) => setTimeout(resolve));
    stage.server.pushConsultation({ state: 'dropped', endReason: 'specialist-lost' });
  },
  'dropped-kiosk': ({ server }) => server.pushConsultation({ ...answered, state: 'dropped', endReason: 'kiosk-lost' }),
  'dropped-specialist': ({ server }) =>
    server.pushConsultation({ ...answered, state: 'dropped', endReason: 'specialist-lost' }),
  'dropped-media': ({ server }) =>
    server.pushConsultation({ ...answered, state: 'dropped', endReason: 'media-node-lost' }),
  rating: ({ server }) => server.pushConsultation({ ...answered, state: 'ended', endReason: 'specialist-ended' }),
  goodbye: ({ server }) =>
    server.pushConsultation({ ...answered, state: 'ended', endReason: 'specialist-ended', rated: true }),
  'goodbye-left-line': ({ server }) => server.pushConsultation({ state: 'abandoned', endReason: 'citizen-left' }),
  'goodbye-passed-on': ({ server }) =>
    server.push({
      consultation: consultationOf({ ...answered, state: 'ended', endReason: 'specialist-ended', rated: true }),
      nextTicket: ticketOf({ number: 'V013' }),
    }),
  'server-away': (stage) => {
    choose(stage);
    stage.server.lose();
  },
  revoked: ({ kiosk }) => void kiosk.revoked(),
  enrol: ({ kiosk }) => {
    kiosk.dispatch({ kind: 'kiosk.revoked' });
    kiosk.dispatch({ kind: 'enrolment.wanted' });
  },
  'help-called': (stage) => {
    choose(stage);
    void stage.kiosk.requestHelp();
  },
} satisfies Record<string, (stage: Stage) => void | Promise<void>>;

export type SceneName = keyof typeof scenes;
export const isScene = (name: string): name is SceneName => name in scenes;
