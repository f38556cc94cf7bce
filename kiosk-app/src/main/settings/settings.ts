import { z } from 'zod';
import { serverUrl } from '../server-url.ts';

export const settingsSchema = z.object({
  serverUrl: serverUrl.transform((url) => url.origin).optional(),
  kioskId: z.string().nullable().default(null),
  key: z
    .object({ protection: z.enum(['safe-storage', 'file-mode']), sealed: z.base64() })
    .nullable()
    .default(null),
  exitPin: z.object({ salt: z.base64(), hash: z.base64() }).nullable().default(null),
  /** Wrong PINs since the last right one: kept, so that pulling the plug buys no new tries. */
  exitFailures: z.int().nonnegative().default(0),
});
export type Settings = z.infer<typeof settingsSchema>;

export interface SettingsStore {
  current(): Settings;
  /** Durable when it returns. */
  update(change: Partial<Settings>): void;
}
