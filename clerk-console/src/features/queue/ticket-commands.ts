import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { ticketTakes } from '@remote-clerk/shared/domain/queue-ticket.ts';

/** What the clerk can do with a ticket, the likeliest first. */
const clerkCommands = [
  'call',
  'recall',
  'resume',
  'put-back',
  'miss',
  'hold',
  'transfer',
  'call-back',
  'cancel',
] as const;
export type ClerkCommand = (typeof clerkCommands)[number];

/** Those that its state takes. One who sits at a kiosk is the specialist's to end. */
export const commandsFor = ({ state }: Pick<QueueTicket, 'state'>): ClerkCommand[] =>
  state === 'serving' ? [] : clerkCommands.filter((command) => ticketTakes(state, command));

/** Those in the line; and those set aside, who come back only if somebody sees to it. */
export function byPlace(tickets: readonly QueueTicket[]) {
  const isAside = ({ state }: QueueTicket) => state === 'held' || state === 'callback' || state === 'noshow';
  const isOver = ({ state }: QueueTicket) => state === 'served' || state === 'cancelled';
  return {
    line: tickets.filter((ticket) => !isAside(ticket) && !isOver(ticket)),
    aside: tickets.filter(isAside),
  };
}
