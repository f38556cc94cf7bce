import { z } from 'zod';
import type { Permission } from './permissions.ts';
import { Problem } from './problem.ts';

/**
 * A request over a socket: it is always answered, with a reply or with a problem.
 * `call-ticket`: whoever a good call ticket has admitted to the room.
 */
export type RequestContract = { permission: Permission | 'call-ticket'; payload: z.ZodType; reply: z.ZodType };
export type RequestTable = Record<string, RequestContract>;
/** A notification over a socket: it is not answered. */
export type NotificationTable = Record<string, z.ZodType>;

export const defineRequests = <const Table extends RequestTable>(table: Table) => table;
export const defineNotifications = <const Table extends NotificationTable>(table: Table) => table;

/** How a request is acknowledged: parse `data` with the request's `reply`. */
export const Acknowledgement = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), problem: Problem }),
]);
export type Acknowledgement = z.infer<typeof Acknowledgement>;

export const Nothing = z.object({});
