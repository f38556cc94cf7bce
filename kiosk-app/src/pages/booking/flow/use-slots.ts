import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BookingServer, SlotQuery } from './booking-server.ts';
import { dateIn } from './calendar.ts';
import { type Days, daysAfter, firstDays, joinSlots } from './slots.ts';

export type SlotWish = Omit<SlotQuery, 'firstDay' | 'lastDay' | 'limit'>;
type Found = { slots: Slot[]; next: Days | null };
type Search = { found: Found | null; isLoading: boolean; error: unknown };

const slotsAtOnce = 250;
const nothing: Search = { found: null, isLoading: true, error: null };

/** Free times, the soonest first; more of them are asked for by `later`, all of them anew by `reload`. */
export function useSlots(server: BookingServer, wish: SlotWish, timeZone: string) {
  const [search, setSearch] = useState(nothing);
  const latest = useRef(0);
  const name = JSON.stringify(wish);

  const look = useCallback(
    async (known: Slot[], days: Days) => {
      latest.current += 1;
      const mine = latest.current;
      setSearch((before) => ({ ...before, isLoading: true, error: null }));
      try {
        const wished: SlotWish = JSON.parse(name);
        const { slots, continueOn } = await server.findSlots({ ...wished, ...days, limit: slotsAtOnce });
        if (mine !== latest.current) return;
        const next = daysAfter(days, continueOn, dateIn(timeZone, new Date()));
        setSearch({ found: { slots: joinSlots(known, slots), next }, isLoading: false, error: null });
      } catch (error) {
        if (mine === latest.current) setSearch((before) => ({ ...before, isLoading: false, error }));
      }
    },
    [server, name, timeZone],
  );
  const reload = useCallback(() => look([], firstDays(Date.now(), timeZone)), [look, timeZone]);

  useEffect(() => {
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  const { found } = search;
  const later = found?.next ? () => void look(found.slots, found.next ?? firstDays(Date.now(), timeZone)) : null;
  return { ...search, later, reload: () => void reload() };
}
