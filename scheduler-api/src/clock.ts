import { type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';

/** The only source of the present time. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => instantFrom(Date.now()) };
