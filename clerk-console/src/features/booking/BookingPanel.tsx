import type { Appointment, Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import type { ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CalendarCheck } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isProblem, problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Booked } from './Booked.tsx';
import styles from './BookingPanel.module.css';
import { useBookable } from './booking-data.ts';
import { Kept } from './Kept.tsx';
import { PersonFields } from './PersonFields.tsx';
import { wrongFields } from './person.ts';
import { Refusal } from './Refusal.tsx';
import { ServicePicker } from './ServicePicker.tsx';
import { SlotPicker } from './SlotPicker.tsx';
import type { Booking } from './use-booking.ts';
import { placeFor, WishFields } from './WishFields.tsx';

interface BookingPanelProps {
  readonly booking: Booking;
  readonly contactPoint: ContactPointView['contactPoint'];
  readonly onMove: (appointment: Appointment) => void;
}

/** From the service to the code: choosing a time keeps it, Enter books it. */
export function BookingPanel({ booking, contactPoint, onMove }: BookingPanelProps) {
  const say = useMessages();
  const bookable = useBookable();
  const { wish, person, held, hold, booked } = booking;
  const [isTried, setIsTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFocusOnHold(form, held?.id ?? null);

  if (booked.length > 0) {
    return (
      <Booked
        appointments={booked}
        services={bookable.data?.services ?? []}
        onAnother={(keepPerson) => {
          setIsTried(false);
          booking.startAgain({ keepPerson });
        }}
        onMove={onMove}
      />
    );
  }
  if (bookable.isError) {
    return (
      <Notice
        tone="bad"
        title={say('booking.services.not-read')}
        todo={say(problemMessage(bookable.error))}
        actions={<Button onPress={() => void bookable.refetch()}>{say('away.again')}</Button>}
      />
    );
  }
  if (!bookable.data) return <div aria-busy="true" />;

  const { services, contactPoints } = bookable.data;
  const service = services.find(({ id }) => id === wish.serviceId);
  const contactPointId = placeFor(wish.channel, contactPoint.id);
  const choose = (slot: Slot) => booking.choose(slot, contactPointId);
  /** The same wish at another time. */
  const chooseStart = (startsAt: Instant) => {
    if (hold.variables) choose({ ...hold.variables.slot, startsAt });
  };
  const refusal = hold.error ?? booking.series.error ?? unlessExpired(booking.confirm.error);
  const isBooking = booking.confirm.isPending || booking.series.isPending;
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!held || isBooking) return;
        setIsTried(true);
        if (wrongFields(person).size === 0) booking.book();
      }}
    >
      <ServicePicker
        services={services}
        value={wish.serviceId}
        onChange={(serviceId) => {
          const spoken = services.find(({ id }) => id === serviceId);
          booking.setWish({
            serviceId,
            specialistId: null,
            ...(spoken && !spoken.languages.includes(wish.language) && { language: spoken.languages[0] }),
            ...(spoken && !spoken.channels.includes(wish.channel) && { channel: spoken.channels[0] }),
          });
        }}
      />
      {service && !held && <WishFields service={service} wish={wish} onChange={booking.setWish} />}
      {refusal !== null && (
        <Refusal error={refusal} title={say('booking.failed')} isPending={hold.isPending} onChoose={chooseStart} />
      )}
      {service && !held && (
        <SlotPicker
          key={service.id}
          wish={{ ...wish, serviceId: service.id, contactPointId }}
          timeZone={contactPoint.timeZone}
          places={contactPoints}
          pending={hold.isPending ? hold.variables.slot : null}
          onChoose={choose}
        />
      )}
      {held && (
        <Kept
          held={held}
          isRefused={isProblem(booking.confirm.error, 'hold-expired')}
          isPending={hold.isPending}
          onAgain={booking.holdAgain}
          onOther={booking.giveUpTime}
        />
      )}
      {(held || person.name) && (
        <PersonFields
          person={person}
          onChange={booking.setPerson}
          weeks={booking.weeks}
          onWeeks={booking.setWeeks}
          isTried={isTried}
        />
      )}
      {held && (
        <Button type="submit" variant="primary" icon={CalendarCheck} isWide shortcut="Enter" isPending={isBooking}>
          {say('booking.submit')}
        </Button>
      )}
    </form>
  );
}

/** A hold that is over is told where the time stands. */
const unlessExpired = (error: unknown) => (isProblem(error, 'hold-expired') ? null : error);

/** A time that has just been kept leads on to the first thing that is still to be typed. */
function useFocusOnHold(form: RefObject<HTMLFormElement | null>, heldId: string | null): void {
  useEffect(() => {
    if (!heldId) return;
    const name = form.current?.querySelector<HTMLInputElement>('[data-field=name] input');
    if (name?.value === '') name.focus();
    else form.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  }, [form, heldId]);
}
