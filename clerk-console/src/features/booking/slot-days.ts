import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { dateAt, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';

/** A day that has free times. */
export type SlotDay = { readonly date: PlainDate; readonly slots: readonly Slot[] };

/** The answers to one search, put together by day. A day that was cut short comes whole with the next answer. */
export function slotDays(pages: readonly { readonly slots: readonly Slot[] }[], timeZone: string): SlotDay[] {
  const days = new Map<PlainDate, Map<string, Slot>>();
  for (const slot of pages.flatMap((page) => page.slots)) {
    const date = dateAt(epochMilliseconds(slot.startsAt), timeZone);
    const day = days.get(date) ?? new Map<string, Slot>();
    days.set(date, day.set(slotKey(slot), slot));
  }
  return [...days].map(([date, slots]) => ({ date, slots: [...slots.values()] }));
}

export const slotKey = ({ startsAt, contactPointId }: Pick<Slot, 'startsAt' | 'contactPointId'>) =>
  `${startsAt} ${contactPointId ?? ''}`;
