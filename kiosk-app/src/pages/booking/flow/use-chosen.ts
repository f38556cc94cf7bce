import { useBooking } from '../booking-context.tsx';
import type { BookableService, ContactPoint } from './booking-server.ts';

type Chosen = { service: BookableService | null; contactPoint: ContactPoint | null };

/** What has been chosen, as it can be booked now. */
export function useChosen(): Chosen {
  const { bookable, draft } = useBooking();
  return {
    service: bookable?.services.find(({ id }) => id === draft.serviceId) ?? null,
    contactPoint: bookable?.contactPoints.find(({ id }) => id === draft.contactPointId) ?? null,
  };
}
