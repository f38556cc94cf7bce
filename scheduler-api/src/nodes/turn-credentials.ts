import { createHmac } from 'node:crypto';
import type { IceServer } from '@remote-clerk/shared/contracts/call-ticket.ts';
import { addMilliseconds, epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { TurnConfig } from '../config/turn.ts';

/** Longer than any call: who comes back late in one must not need other credentials. */
const goodForMs = 12 * 3_600_000;

/**
 * The TURN servers, with credentials as coturn checks them (`use-auth-secret`): the user name is the second since 1970 until
 * which they are good, and something random; it says nothing of who uses it.
 * @returns none where none are configured
 */
export function turnServers(turn: TurnConfig | undefined, now: Instant, random: string): IceServer[] {
  if (!turn) return [];
  const expiresAt = Math.floor(epochMilliseconds(addMilliseconds(now, goodForMs)) / 1000);
  const username = `${expiresAt}:${random}`;
  return [{ urls: turn.urls, username, credential: createHmac('sha1', turn.secret).update(username).digest('base64') }];
}
