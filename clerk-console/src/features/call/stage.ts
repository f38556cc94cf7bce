import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import type { CallControllerState } from './call-controller.ts';

export type Stage = 'connecting' | 'in-call' | 'reconnecting' | 'elsewhere' | 'failed' | 'ending';

/** What the stage shows of the present call. */
export function stageOf(
  { answering, ending, isElsewhere, error }: CallControllerState,
  { phase, closedBecause }: Pick<CallState, 'phase' | 'closedBecause'>,
  id: ConsultationId,
): Stage {
  if (ending === id) return 'ending';
  if (isElsewhere) return 'elsewhere';
  if (phase === 'in-call' || phase === 'reconnecting') return phase;
  if (phase === 'closed')
    return closedBecause === 'replaced' ? 'elsewhere' : closedBecause === 'ended' ? 'ending' : 'failed';
  return error && !answering ? 'failed' : 'connecting';
}
