import type { SignalingHandshake } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Clock } from '../clock.ts';
import type { Peer } from '../rooms/peer.ts';
import type { Place, RoomRegistry } from '../rooms/room-registry.ts';
import type { Logger } from '../telemetry/logger.ts';
import { RateLimit } from './rate-limit.ts';

type Resume = Extract<SignalingHandshake, { resume: unknown }>['resume'];

type Options = {
  rooms: RoomRegistry;
  clock: Clock;
  logger: Logger;
  /** Told of each attempt. */
  onOutcome: (outcome: 'admitted' | 'refused' | 'too-many') => void;
};

/** Lets those whose socket went back to their place, when they know its key. */
export class ResumeGuard {
  readonly #options: Options;
  /** Of the whole node. A right key is never held up by others' wrong ones. */
  readonly #wrongKeys: RateLimit;
  /** A client that resumes again and again gets no fresh allowance of requests each time. */
  readonly #byPeer = new WeakMap<Peer, RateLimit>();

  constructor(options: Options) {
    this.#options = options;
    this.#wrongKeys = new RateLimit({ perSecond: 5, burst: 50, clock: options.clock });
  }

  /** @throws ProblemError `ticket-refused` when there is no such place any more, or the key is another; `too-many-requests` */
  admit({ peerId, key, heard }: Resume): Place {
    const { rooms, clock, onOutcome } = this.#options;
    const place = rooms.findPlace(peerId);
    if (!place?.peer.isResumedWith(key)) throw this.#wrong();
    const { peer } = place;
    const limit = this.#byPeer.get(peer) ?? new RateLimit({ perSecond: 3, burst: 20, clock });
    this.#byPeer.set(peer, limit);
    if (!limit.take()) {
      onOutcome('too-many');
      throw new ProblemError('too-many-requests');
    }
    if (!peer.wire.canSayAfter(heard)) {
      onOutcome('refused');
      throw new ProblemError('ticket-refused', 'Too much was missed');
    }
    onOutcome('admitted');
    return place;
  }

  /** Guessing 128 bits is hopeless; that many try is still worth neither our time nor our log. */
  #wrong(): ProblemError {
    const { logger, onOutcome } = this.#options;
    if (!this.#wrongKeys.take()) {
      onOutcome('too-many');
      return new ProblemError('too-many-requests');
    }
    onOutcome('refused');
    logger.warn('A place that is not kept was asked for, or with a wrong key');
    return new ProblemError('ticket-refused');
  }
}
