import { Store } from '@remote-clerk/shared/call/store.ts';
import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { addDays, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { FoundSlots, KioskServer, SlotsWish } from './kiosk-server.ts';

export type FreeTimesState = {
  /** Null until the first answer. */
  slots: readonly Slot[] | null;
  isReading: boolean;
  failed: boolean;
  /** From which day on more may be asked for; null when there is no more. */
  continueOn: PlainDate | null;
};

/** So many days at once, and no further than so many from today. */
const days = 28;
const furthest = 180;

const none: FreeTimesState = { slots: null, isReading: false, failed: false, continueOn: null };
type Wish = Omit<SlotsWish, 'firstDay' | 'lastDay'>;

/** Times that can be booked, the soonest first: some weeks at once, and more when they are asked for. */
export class FreeTimes {
  readonly #server: Pick<KioskServer, 'findSlots'>;
  readonly #store = new Store<FreeTimesState>(none);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  /** What is wanted now; an answer to an earlier wish is not shown. */
  #wish: { wish: Wish; today: PlainDate } | null = null;

  constructor(server: Pick<KioskServer, 'findSlots'>) {
    this.#server = server;
  }

  /** From today on, anew; what was found before stays until the answer comes, if it was for the same. */
  async read(wish: Wish, today: PlainDate): Promise<void> {
    const isSame = this.#wish !== null && JSON.stringify(this.#wish.wish) === JSON.stringify(wish);
    if (!isSame) this.#store.update(none);
    this.#wish = { wish, today };
    await this.#ask(today, []);
  }

  /** The days after those that are known. */
  async more(): Promise<void> {
    const { slots, isReading, continueOn } = this.getSnapshot();
    if (!isReading && continueOn) await this.#ask(continueOn, slots ?? []);
  }

  async #ask(firstDay: PlainDate, known: readonly Slot[]): Promise<void> {
    const asked = this.#wish;
    if (!asked) return;
    this.#store.update({ isReading: true, failed: false });
    const lastDay = addDays(firstDay, days - 1);
    const last = addDays(asked.today, furthest);
    const found = await this.#server.findSlots({ ...asked.wish, firstDay, lastDay }).catch(() => null);
    if (this.#wish !== asked) return;
    if (!found) return this.#store.update({ isReading: false, failed: true });
    const continueOn = next(found, lastDay, last);
    const slots = join(known, found.slots);
    if (found.slots.length === 0 && continueOn) return this.#ask(continueOn, slots);
    this.#store.update({ slots, isReading: false, continueOn });
  }
}

const next = ({ continueOn }: FoundSlots, lastDay: PlainDate, last: PlainDate): PlainDate | null => {
  const day = continueOn ?? addDays(lastDay, 1);
  return day <= last ? day : null;
};

/** A day that was cut off is asked for again, whole. */
function join(known: readonly Slot[], found: readonly Slot[]): Slot[] {
  const first = found[0]?.startsAt;
  return [...known.filter(({ startsAt }) => !first || startsAt < first), ...found];
}
