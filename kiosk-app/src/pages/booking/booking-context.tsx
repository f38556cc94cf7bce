import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import type { Format } from '@remote-clerk/shared/i18n/format.ts';
import { createContext, useContext } from 'react';
import type { Say } from '../common/words.ts';
import type { Bookable, BookingServer } from './flow/booking-server.ts';
import type { TypedContact } from './flow/contact.ts';
import type { Draft, Held } from './flow/draft.ts';
import type { Messages } from './messages/lv.ts';

/** Everything that the page's screens share. */
export interface Booking {
  readonly server: BookingServer;
  readonly say: Say<Messages>;
  readonly language: Language;
  /** Dates and times in the page's language; by the clock of a place, where one is named. */
  readonly formatAt: (timeZone?: string) => Format;
  /** Once they are there; every screen but those of a code waits for them. */
  readonly bookable: Bookable | null;
  readonly draft: Draft;
  readonly choose: (choice: Partial<Draft>) => void;
  /** Gives up the time that is kept, if any, and keeps another. @throws ProblemError */
  readonly hold: (slot: Pick<Held, 'startsAt' | 'contactPointId'>) => Promise<Held>;
  readonly contact: TypedContact;
  readonly type: (contact: TypedContact) => void;
  /** Forgets all that was chosen and typed. */
  readonly startAgain: () => void;
}

const BookingContext = createContext<Booking | null>(null);
export const BookingProvider = BookingContext.Provider;

export function useBooking(): Booking {
  const booking = useContext(BookingContext);
  if (!booking) throw new Error('There is no booking around this');
  return booking;
}
