import { withoutHold } from './booking.ts';
import type { Flow, Step } from './flow.ts';

const bookingSteps: readonly Step[] = ['book-day', 'book-time', 'book-name', 'book-contact'];
export const isBookingStep = (step: Step): boolean => bookingSteps.includes(step);

export const goTo = (flow: Flow, step: Step): Flow => ({ ...flow, step, before: [...flow.before, flow.step] });

/** One question back; the answers stay, and so does what was typed. A time is kept only while its questions are open. */
export function stepBack(flow: Flow): Flow {
  if (isSending(flow)) return flow;
  const step = flow.before.at(-1) ?? 'rest';
  const holds = step === 'book-name' || step === 'book-contact';
  return {
    ...flow,
    step,
    before: flow.before.slice(0, -1),
    asking: { state: 'no' },
    checkingIn: { state: 'no' },
    takingTicket: { state: 'no' },
    signIn: { state: 'no' },
    booking: holds ? { ...flow.booking, trouble: null } : withoutHold(flow.booking),
  };
}

const isSending = ({ asking, checkingIn, takingTicket, signIn, booking }: Flow) =>
  [asking, checkingIn, takingTicket, signIn].some(({ state }) => state === 'asking') || booking.isConfirming;

/** Nothing more of a booking that was begun: whoever was in the line has been answered, or has what they wanted. */
export function leaveBooking(flow: Flow): Flow {
  const index = flow.before.indexOf('book-day');
  const first = isBookingStep(flow.step) && index < 0 ? flow.before.length : index;
  if (first < 0) return { ...flow, booking: withoutHold(flow.booking) };
  return {
    ...flow,
    step: flow.before[first - 1] ?? 'rest',
    before: flow.before.slice(0, Math.max(0, first - 1)),
    booking: withoutHold(flow.booking),
  };
}
