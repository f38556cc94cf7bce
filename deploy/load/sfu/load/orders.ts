import { z } from 'zod';

/** What the bench tells a process that makes load; each order is answered. */
export const Order = z.discriminatedUnion('order', [
  /** One more room of our media node, with a ticket for each person. */
  z.object({ order: z.literal('open-ours'), nodeUrl: z.string(), tickets: z.array(z.string()) }),
  z.object({ order: z.literal('open-bare'), url: z.string(), room: z.int(), people: z.int() }),
  z.object({ order: z.literal('open-janus'), url: z.string(), room: z.int(), people: z.int() }),
  z.object({ order: z.literal('start') }),
  z.object({ order: z.literal('count'), turn: z.int().min(1).max(255) }),
  /** Counts no more, and waits for what is under way. @returns figures of the packets that counted */
  z.object({ order: z.literal('tally'), copies: z.int() }),
  /** The same, and sends no more. */
  z.object({ order: z.literal('stop'), copies: z.int() }),
]);
export type Order = z.infer<typeof Order>;

const Loss = z.object({
  sent: z.number(),
  received: z.number(),
  lossPercent: z.number(),
  /** Longest time by which the clients were late to send: then packets come in bursts, and get lost at the clients. */
  lateMs: z.number(),
});
export type Loss = z.infer<typeof Loss>;

export const OrderAnswer = z.object({
  error: z.string().optional(),
  loss: Loss.optional(),
});
export type OrderAnswer = z.infer<typeof OrderAnswer>;
