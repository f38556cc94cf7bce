import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import type { Messages } from '../messages/lv.ts';

type Words = keyof Messages & `call.${string}`;
export type News = { readonly tone: 'warn' | 'info'; readonly words: Words; readonly doing?: Words };

/** What one has to know about the call now, the weightiest first; at most two, as nobody reads more in a conversation. */
export function newsOf(state: CallState, { consultation }: GuestView, isAway: boolean): News[] {
  const { away } = consultation;
  const isReconnecting = state.phase === 'reconnecting';
  const isMoving = state.recovery?.rung === 'rejoin' || state.recovery?.rung === 'direct' || away.node;
  const news: (News | false)[] = [
    isReconnecting && {
      tone: 'warn',
      words: 'call.reconnecting',
      doing: isMoving ? 'call.other-node' : 'call.reconnecting.doing',
    },
    isHeld(state, consultation) && { tone: 'info', words: 'call.held' },
    !isReconnecting && away.citizen && { tone: 'warn', words: 'call.citizen-away' },
    !isReconnecting && away.specialist && { tone: 'warn', words: 'call.specialist-away' },
    state.local.camera === 'lost' && { tone: 'warn', words: 'call.camera-lost' },
    state.local.microphone === 'lost' && { tone: 'warn', words: 'call.microphone-lost' },
    state.local.microphone === 'silent' && { tone: 'warn', words: 'call.microphone-silent' },
    !isReconnecting && isPoor(state) && { tone: 'warn', words: 'call.poor' },
    isAway && { tone: 'info', words: 'call.away' },
  ];
  return news.filter((each) => each !== false).slice(0, 2);
}

/** Both tell it, each in its own time: the media node to the call, the scheduler-api to the view. */
export const isHeld = (state: CallState, { held }: Pick<GuestView['consultation'], 'held'>) => state.held || held;

const isPoor = ({ phase, quality }: CallState) => phase === 'in-call' && (quality === 'poor' || quality === 'lost');
