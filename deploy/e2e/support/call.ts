import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsoleSide } from '../../rehearsal/sides/console-side.ts';
import { firstFrameAt } from '../../rehearsal/sides/first-frame.ts';
import type { KioskSide } from '../../rehearsal/sides/kiosk-side.ts';

/** The first service of an institution. */
export const serviceOf =
  (code: string) =>
  (services: OfferedService[]): OfferedService => {
    const service = services.find(({ institution }) => institution.code === code);
    if (!service) throw new Error(`${code} offers no service`);
    return service;
  };

/** From the first touch until both see each other. */
export async function startCall(kiosk: KioskSide, specialist: ConsoleSide, institution: string): Promise<void> {
  await kiosk.askFor(serviceOf(institution), 'lv');
  await specialist.ringShownAt();
  const acceptedAt = await specialist.accept();
  await bothSee(kiosk, specialist, acceptedAt);
}

/** @param since milliseconds since 1970 */
export async function bothSee(kiosk: KioskSide, specialist: ConsoleSide, since: number): Promise<void> {
  await Promise.all([firstFrameAt(kiosk.page, since), firstFrameAt(specialist.page, since), specialist.inCall()]);
}
