import { setTimeout as sleep } from 'node:timers/promises';
import { serviceOf } from '../../e2e/support/call.ts';
import { firstFrameAt } from '../../rehearsal/sides/first-frame.ts';
import { institution, type LinkedEnds } from '../link/linked-ends.ts';

/** As long as a person takes to see the ring and reach for the key. */
const reactMs = 1_500;

/** Holds one call of ours to the end. @returns from accepting to the first frame at the end where it took longer, in milliseconds */
export async function holdOurCall({ kiosk, console: desk }: LinkedEnds): Promise<number> {
  await kiosk.askFor(serviceOf(institution), 'lv');
  await desk.ringShownAt();
  await sleep(reactMs);
  const acceptedAt = await desk.accept();
  const frames = await Promise.all([firstFrameAt(kiosk.page, acceptedAt), firstFrameAt(desk.page, acceptedAt)]);
  await Promise.all([desk.inCall(), kiosk.shows('call')]);
  await desk.write('Savienošanās laiks', 'advised');
  await desk.end();
  await kiosk.shows('rating');
  await desk.closeCase();
  await kiosk.rate(5);
  await kiosk.finish();
  return Math.max(...frames) - acceptedAt;
}
