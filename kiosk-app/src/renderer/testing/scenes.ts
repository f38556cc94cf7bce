import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { KioskParts } from '../kiosk/kiosk-context.tsx';
import type { FakeServer } from './fake-server.ts';
import { idOf, specialist, startRequest } from './samples.ts';

export interface Stage {
  readonly kiosk: KioskParts['kiosk'];
  readonly server: FakeServer;
  /** How the call goes from now on; `inCall` brings the specialist's picture. */
  show(state: Partial<CallState>): void;
  inCall(): void;
}

const answered = { state: 'live', place: null, wait: null, specialist, liveAt: instantFrom(0) } as const;

const choose = ({ kiosk }: Stage) => {
  kiosk.dispatch({ kind: 'begin' });
  kiosk.dispatch({ kind: 'language.chosen' });
};
const meet = (stage: Stage, service = 11) => {
  choose(stage);
  stage.kiosk.dispatch({ kind: 'service.chosen', serviceId: PublicServiceId.parse(idOf(service)) });
};
const check = (stage: Stage) => {
  meet(stage);
  stage.kiosk.dispatch({ kind: 'meeting.agreed' });
};

/** Each screen in each of its states, by name; what leads there happens after the kiosk has connected. */
export const scenes = {
  rest: () => undefined,
  /** From rest to the end by touching: somebody answers soon. */
  journey: ({ kiosk, server, inCall }) => {
    let isAnswered = false;
    kiosk.subscribe(() => {
      if (isAnswered || server.view.consultation?.state !== 'waiting') return;
      isAnswered = true;
      setTimeout(() => {
        server.accept();
        inCall();
      }, 500);
    });
  },
  language: ({ kiosk }) => kiosk.dispatch({ kind: 'begin' }),
  service: choose,
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
  call: ({ server, inCall }) => {
    server.pushConsultation({ ...answered, staffPresence: 'in-room' });
    inCall();
  },
  'call-specialist-hidden': ({ server, show, inCall }) => {
    server.pushConsultation(answered);
    inCall();
    show({ quality: 'poor' });
  },
  'call-reconnecting': ({ server, show }) => {
    server.pushConsultation(answered);
    show({ phase: 'reconnecting' });
  },
  'call-no-media': ({ server }) => server.pushConsultation({ ...answered, room: null }),
  'dropped-kiosk': ({ server }) => server.pushConsultation({ ...answered, state: 'dropped', endReason: 'kiosk-lost' }),
  'dropped-specialist': ({ server }) =>
    server.pushConsultation({ ...answered, state: 'dropped', endReason: 'specialist-lost' }),
  'dropped-media': ({ server }) =>
    server.pushConsultation({ ...answered, state: 'dropped', endReason: 'media-node-lost' }),
  rating: ({ server }) => server.pushConsultation({ ...answered, state: 'ended', endReason: 'specialist-ended' }),
  goodbye: ({ server }) =>
    server.pushConsultation({ ...answered, state: 'ended', endReason: 'specialist-ended', rated: true }),
  'goodbye-left-line': ({ server }) => server.pushConsultation({ state: 'abandoned', endReason: 'citizen-left' }),
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
} satisfies Record<string, (stage: Stage) => void>;

export type SceneName = keyof typeof scenes;
export const isScene = (name: string): name is SceneName => name in scenes;
