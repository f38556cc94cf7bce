import { z } from 'zod';

const args = z.array(z.unknown());

/** What the preload world sends to main. */
const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invoke'), request: z.int(), channel: z.string(), args }),
  z.object({ kind: z.literal('send'), channel: z.string(), args }),
  z.object({ kind: z.literal('open'), url: z.string() }),
]);

export const parsePageMessage = (payload: string): z.infer<typeof message> => message.parse(JSON.parse(payload));
