import { Talk } from '../call/talk.ts';
import { TalkSignals } from '../call/talk-signals.ts';
import type { FakeServer } from './fake-server.ts';

interface FakeTalkParts {
  /** @throws when there is no document camera */
  readonly documentCamera?: () => Promise<MediaStreamTrack>;
  readonly show?: (track: MediaStreamTrack | null) => void;
  readonly later?: (run: () => void, milliseconds: number) => () => void;
  readonly nextCamera?: () => Promise<boolean>;
  readonly takeStill?: ConstructorParameters<typeof Talk>[0]['document']['takeStill'];
}

/** The talk on a server in memory. Its timers never run of themselves. */
export function createFakeTalk(server: FakeServer, parts: FakeTalkParts = {}) {
  const nothing = () => Promise.reject(new Error('There is none'));
  const signals = new TalkSignals((consultationId, signal) => server.send(consultationId, signal));
  const talk = new Talk({
    signals,
    server,
    document: {
      open: parts.documentCamera ?? nothing,
      show: parts.show ?? (() => undefined),
      takeStill: parts.takeStill ?? nothing,
    },
    nextCamera: parts.nextCamera ?? (async () => false),
    later: parts.later ?? (() => () => undefined),
  });
  return { talk, signals };
}
