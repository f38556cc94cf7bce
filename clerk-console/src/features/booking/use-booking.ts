import type { Appointment, Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import type { AccountId, ContactPointId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import type { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { isProblem } from '../../app/problems.ts';
import { useCommand } from '../../app/use-command.ts';
import { type SlotWish, slotsKey } from './booking-data.ts';
import { type Person, toCitizen } from './person.ts';

export type Wish = {
  readonly serviceId: PublicServiceId | null;
  readonly language: Language;
  readonly channel: Channel;
  readonly specialistId: AccountId | null;
  readonly near: boolean;
};

const emptyWish: Wish = { serviceId: null, language: 'lv', channel: 'kiosk', specialistId: null, near: false };
const emptyPerson: Person = { name: '', email: '', phone: '', note: '' };

type Holding = { readonly wish: Omit<SlotWish, 'near'>; readonly slot: Slot };

/** One booking from the service to the code. What was typed outlives every refusal; a time that is kept is given up for another. */
export function useBooking() {
  const { api } = useConsole();
  const cache = useQueryClient();
  const [wish, setWish] = useState(emptyWish);
  const [person, setPerson] = useState(emptyPerson);
  const [weeks, setWeeks] = useState(1);
  const [held, setHeld] = useState<Appointment | null>(null);
  const [booked, setBooked] = useState<readonly Appointment[]>([]);
  const readSlotsAgain = () => void cache.invalidateQueries({ queryKey: slotsKey });

  const release = useMutation({
    mutationFn: ({ id, version }: Appointment) =>
      api.call(appointmentRoutes.cancelAppointment, {
        params: { appointmentId: id },
        body: { version },
        idempotencyKey: crypto.randomUUID(),
      }),
    onSettled: readSlotsAgain,
  });
  const hold = useCommand(
    ({ wish, slot }: Holding, idempotencyKey) =>
      api.call(appointmentRoutes.holdAppointment, {
        body: { ...wish, startsAt: slot.startsAt, contactPointId: slot.contactPointId },
        idempotencyKey,
      }),
    {
      onSuccess: setHeld,
      onError: (error) => {
        if (isProblem(error, 'slot-taken')) setHeld(null);
        readSlotsAgain();
      },
    },
  );
  const confirm = useCommand(
    (input: { held: Appointment; person: Person }, idempotencyKey) =>
      api.call(appointmentRoutes.confirmAppointment, {
        params: { appointmentId: input.held.id },
        body: { citizen: toCitizen(input.person), note: input.person.note },
        idempotencyKey,
      }),
    { onSuccess: (appointment) => finish([appointment]) },
  );
  const series = useCommand(
    async ({ held, person, weeks }: { held: Appointment; person: Person; weeks: number }, idempotencyKey) => {
      // The time that is kept would stand in the way of the first week.
      await release.mutateAsync(held).catch(() => undefined);
      return api.call(appointmentRoutes.bookSeries, {
        body: {
          serviceId: held.service.id,
          startsAt: held.startsAt,
          channel: held.channel,
          contactPointId: held.contactPoint?.id ?? null,
          language: held.language,
          specialistId: held.specialist.id,
          weeks,
          citizen: toCitizen(person),
          note: person.note,
        },
        idempotencyKey,
      });
    },
    {
      onSuccess: ({ appointments }) => finish(appointments),
      // Kept again, so that fewer weeks or just this one can still be booked.
      onError: (error) => {
        if (!isProblem(error, 'unavailable') && hold.variables) hold.mutate(hold.variables);
      },
    },
  );

  function finish(appointments: readonly Appointment[]): void {
    setHeld(null);
    setBooked(appointments);
    readSlotsAgain();
  }

  function forget(): void {
    setHeld(null);
    setBooked([]);
    hold.reset();
    confirm.reset();
    series.reset();
  }

  function giveUpTime(): void {
    if (held) release.mutate(held);
    forget();
  }

  return {
    wish,
    person,
    weeks,
    held,
    booked,
    hold,
    confirm,
    series,
    setPerson: (change: Partial<Person>) => setPerson({ ...person, ...change }),
    setWeeks,
    /** Another wish leaves no time that was kept for the one before. */
    setWish: (change: Partial<Wish>) => {
      setWish({ ...wish, ...change });
      giveUpTime();
    },
    choose: (slot: Slot, contactPointId: ContactPointId | null) => {
      const { serviceId, near: _, ...rest } = wish;
      if (!serviceId) return;
      confirm.reset();
      series.reset();
      hold.mutate({ wish: { ...rest, serviceId, contactPointId }, slot });
    },
    /** The same time once more. */
    holdAgain: () => {
      confirm.reset();
      if (hold.variables) hold.mutate(hold.variables);
    },
    giveUpTime,
    book: () => {
      if (!held) return;
      if (weeks > 1) series.mutate({ held, person, weeks });
      else confirm.mutate({ held, person });
    },
    /** From the start; with the same citizen when they need another appointment. */
    startAgain: ({ keepPerson }: { keepPerson: boolean }) => {
      giveUpTime();
      setWeeks(1);
      setWish(emptyWish);
      setPerson(keepPerson ? { ...person, note: '' } : emptyPerson);
    },
    isTouched: wish.serviceId !== null || Object.values(person).some((text) => text !== ''),
  };
}
export type Booking = ReturnType<typeof useBooking>;
