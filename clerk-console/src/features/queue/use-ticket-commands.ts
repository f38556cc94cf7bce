import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { useMutation } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';
import type { ClerkCommand } from './ticket-commands.ts';

const steps = {
  'put-back': queueRoutes.putTicketBack,
  hold: queueRoutes.holdTicket,
  resume: queueRoutes.resumeTicket,
  miss: queueRoutes.missTicket,
  cancel: queueRoutes.cancelTicket,
} as const;

type StepCommand = Exclude<ClerkCommand, 'transfer' | 'call-back'>;
type Step = {
  readonly ticket: QueueTicket;
  readonly command: StepCommand;
  /** To a certain kiosk; else to any that is free, or to the same again. */
  readonly kioskId?: KioskId;
};

/** Steps that need nothing more than the word; the line's new state is pushed. */
export function useTicketCommands() {
  const { api } = useConsole();
  return useMutation({
    mutationFn: ({ ticket, command, kioskId }: Step): Promise<QueueTicket> => {
      const params = { ticketId: ticket.id };
      return command === 'call' || command === 'recall'
        ? api.call(queueRoutes.callTicket, { params, body: { kioskId: kioskId ?? null } })
        : api.call(steps[command], { params, body: {} });
    },
  });
}
