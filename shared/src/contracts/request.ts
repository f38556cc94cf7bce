import { z } from 'zod';
import { Acknowledgement, type NotificationTable, type RequestContract, type RequestTable } from './messages.ts';
import { fromProblem } from './problem.ts';

export type PayloadOf<Table extends RequestTable, Name extends keyof Table> = z.input<Table[Name]['payload']>;
export type ReplyOf<Table extends RequestTable, Name extends keyof Table> = z.output<Table[Name]['reply']>;
export type NotificationOf<Table extends NotificationTable, Name extends keyof Table> = z.output<Table[Name]>;

/** Asks over a socket: sends `name` and `payload`, resolves with what the other end acknowledges. */
type Ask = (name: string, payload: unknown) => Promise<unknown>;

/**
 * Sends one request and parses its answer.
 * @param ask e.g. a socket.io socket's `emitWithAck` with a time-out
 * @throws ProblemError the refusal; whatever `ask` throws; ZodError when the other end breaks the contract
 */
export async function request<Contract extends RequestContract>(
  ask: Ask,
  name: string,
  contract: Contract,
  payload: z.input<Contract['payload']>,
): Promise<z.output<Contract['reply']>> {
  const acknowledgement = Acknowledgement.parse(await ask(name, payload));
  if (!acknowledgement.ok) throw fromProblem(acknowledgement.problem);
  const reply: Contract['reply'] = contract.reply;
  return z.parse(reply, acknowledgement.data);
}

/** Parses a notification for its handler. The function returned says whether it parsed; when it did not, nothing is done. */
export function notificationHandler<Contract extends { payload: z.ZodType }>(
  contract: Contract,
  handler: (payload: z.output<Contract['payload']>) => void,
): (raw: unknown) => boolean {
  const schema: Contract['payload'] = contract.payload;
  return (raw) => {
    let payload: z.output<Contract['payload']>;
    try {
      payload = z.parse(schema, raw);
    } catch {
      return false;
    }
    handler(payload);
    return true;
  };
}
