import { z } from 'zod';

const storageKey = 'devices';
const ChosenDevices = z.object({
  camera: z.string().nullable(),
  microphone: z.string().nullable(),
  speaker: z.string().nullable(),
});
/** Device ids, which browsers make up for each site. */
export type ChosenDevices = z.infer<typeof ChosenDevices>;
const none: ChosenDevices = { camera: null, microphone: null, speaker: null };

export function rememberedDevices(): ChosenDevices {
  try {
    return ChosenDevices.catch(none).parse(JSON.parse(localStorage.getItem(storageKey) ?? 'null'));
  } catch {
    return none;
  }
}

export function rememberDevices(chosen: ChosenDevices): void {
  localStorage.setItem(storageKey, JSON.stringify(chosen));
}
