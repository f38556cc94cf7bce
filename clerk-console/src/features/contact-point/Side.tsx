import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { dateAt } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { AppointmentDetails } from '../booking/AppointmentDetails.tsx';
import { BookingPanel } from '../booking/BookingPanel.tsx';
import { MovePanel } from '../booking/MovePanel.tsx';
import type { Booking } from '../booking/use-booking.ts';
import { CallBack } from '../queue/CallBack.tsx';
import { GiveTicket } from '../queue/GiveTicket.tsx';
import { TransferTicket } from '../queue/TransferTicket.tsx';
import { SidePanel } from './SidePanel.tsx';
import { StartSession } from './StartSession.tsx';

/** What the side panel is about. */
export type SideTask =
  | { readonly kind: 'book' }
  | { readonly kind: 'details' | 'move'; readonly appointment: Appointment }
  | { readonly kind: 'give-ticket' }
  | { readonly kind: 'transfer' | 'call-back'; readonly ticket: QueueTicket }
  | { readonly kind: 'start'; readonly kioskId: KioskId };

interface SideProps {
  readonly task: SideTask;
  readonly view: ContactPointView;
  readonly booking: Booking;
  readonly onTask: (task: SideTask | null) => void;
}

export function Side({ task, view, booking, onTask }: SideProps) {
  const say = useMessages();
  const { contactPoint } = view;
  const hide = () => onTask(null);
  const move = (appointment: Appointment) => onTask({ kind: 'move', appointment });
  const dayOf = (instant: Instant) => dateAt(epochMilliseconds(instant), contactPoint.timeZone);
  switch (task.kind) {
    case 'book': {
      const putAway = () => {
        // What is booked is done; what is not waits.
        if (booking.booked.length > 0) booking.startAgain({ keepPerson: false });
        hide();
      };
      return (
        <SidePanel key="book" title={say('booking.title')} onHide={putAway}>
          <BookingPanel booking={booking} contactPoint={contactPoint} onMove={move} />
        </SidePanel>
      );
    }
    case 'details': {
      const { id } = task.appointment;
      const newest = view.appointments.find((one) => one.id === id) ?? task.appointment;
      return (
        <SidePanel key={id} title={newest.citizen?.name ?? say('appointments.title')} onHide={hide}>
          <AppointmentDetails
            key={id}
            appointment={newest}
            isToday={dayOf(newest.startsAt) === dayOf(view.asOf)}
            onMove={move}
          />
        </SidePanel>
      );
    }
    case 'move':
      return (
        <SidePanel key={`move ${task.appointment.id}`} title={say('booking.move.title')} onHide={hide}>
          <MovePanel appointment={task.appointment} contactPoint={contactPoint} onDone={hide} />
        </SidePanel>
      );
    case 'give-ticket':
      return (
        <SidePanel key="give-ticket" title={say('queue.give.title')} onHide={hide}>
          <GiveTicket contactPointId={contactPoint.id} />
        </SidePanel>
      );
    case 'transfer':
      return (
        <SidePanel
          key={`transfer ${task.ticket.id}`}
          title={say('queue.transfer.title', { number: task.ticket.number })}
          onHide={hide}
        >
          <TransferTicket ticket={task.ticket} onDone={hide} />
        </SidePanel>
      );
    case 'call-back':
      return (
        <SidePanel
          key={`call-back ${task.ticket.id}`}
          title={say('queue.call-back.title', { number: task.ticket.number })}
          onHide={hide}
        >
          <CallBack ticket={task.ticket} onDone={hide} />
        </SidePanel>
      );
    case 'start': {
      const kiosk = view.kiosks.find(({ id }) => id === task.kioskId);
      return (
        kiosk && (
          <SidePanel key={kiosk.id} title={say('start.title', { kiosk: kiosk.name })} onHide={hide}>
            <StartSession kiosk={kiosk} contactPointId={contactPoint.id} onDone={hide} />
          </SidePanel>
        )
      );
    }
  }
}
