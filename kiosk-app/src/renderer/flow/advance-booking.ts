import { type Booking, type BookingEvent, troubleOf, withoutHold } from './booking.ts';
import type { Flow, Step } from './flow.ts';
import { goTo, isBookingStep } from './steps.ts';

/** The flow after an event of a booking: day, time (which is then kept), name, how to reach the citizen. */
export function advanceBooking(flow: Flow, event: BookingEvent): Flow {
  const { booking, step } = flow;
  switch (event.kind) {
    case 'booking.wanted': {
      if (step !== 'ways' && (!flow.view?.consultation || isBookingStep(step))) return flow;
      return goTo({ ...flow, serviceId: event.serviceId, asking: { state: 'no' } }, 'book-day');
    }
    case 'day.chosen':
      return step === 'book-day' ? goTo(having(flow, { day: event.day, trouble: null }), 'book-time') : flow;
    case 'hold.started':
      return isChoosing(step) ? having(flow, { wanted: event.startsAt, trouble: null }) : flow;
    case 'hold.succeeded': {
      // Whoever went back or away meanwhile does not want it any more.
      if (!isChoosing(step) || booking.wanted !== event.appointment.startsAt) return flow;
      return goTo(having(flow, { hold: event.appointment, wanted: null }), 'book-name');
    }
    case 'hold.failed':
      if (!booking.wanted) return flow;
      return { ...flow, booking: withoutHold(booking, troubleOf(event.problem, event.alternatives)) };
    case 'hold.expired':
      return booking.hold && !booking.isConfirming ? chooseAgain(flow) : flow;
    case 'contact.typed':
      return having(flow, { contact: { ...booking.contact, ...event.contact } });
    case 'name.given':
      return step === 'book-name' && booking.contact.name.trim() ? goTo(flow, 'book-contact') : flow;
    case 'confirm.started':
      return booking.hold ? having(flow, { isConfirming: true, trouble: null }) : flow;
    case 'confirm.failed':
      if (!booking.hold) return flow;
      if (event.problem === 'hold-expired' || event.problem === 'not-found') return chooseAgain(flow);
      return having(flow, { isConfirming: false, trouble: { kind: 'failed', problem: event.problem } });
  }
}

const having = (flow: Flow, change: Partial<Booking>): Flow => ({ ...flow, booking: { ...flow.booking, ...change } });
const isChoosing = (step: Step) => step === 'book-time';

/** Back to the day's times, with what was typed. */
function chooseAgain(flow: Flow): Flow {
  const index = flow.before.indexOf('book-time');
  return {
    ...flow,
    step: 'book-time',
    before: index < 0 ? flow.before : flow.before.slice(0, index),
    booking: withoutHold(flow.booking, { kind: 'expired' }),
  };
}
