import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import { useFlow, useParts, useStore } from '../kiosk/kiosk-context.tsx';

/** The service that was chosen, here or by the clerk; gone when it is not offered any more. */
export function useChosenService(): { service: OfferedService | undefined; isGone: boolean } {
  const { services: offered } = useParts();
  const { services } = useStore(offered);
  const { serviceId } = useFlow();
  const service = services?.find(({ id }) => id === serviceId);
  return { service, isGone: services !== null && !service };
}
