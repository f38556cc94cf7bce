import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';

/**
 * What stands over the pictures. `answering`: somebody answered, media is on its way. `mending`: this end's connection is being
 * brought back; `party`: the specialist's is.
 */
type Cover = 'hold' | 'answering' | 'mending' | 'party';

/** Pure. @returns null when nothing is to be said about the pictures */
export function coverOf(consultation: KioskConsultation, call: CallState | null): Cover | null {
  if (consultation.held || call?.held) return 'hold';
  const wasLive = consultation.liveAt !== null;
  if (call?.phase !== 'in-call') return wasLive ? 'mending' : 'answering';
  if (call.remote) return call.remote.connected ? null : 'party';
  return wasLive ? 'party' : 'answering';
}
