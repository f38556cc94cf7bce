import { z } from 'zod';
import { ProblemError } from '../domain/problems.ts';
import type { Acknowledgement, RequestContract, RequestTable } from './messages.ts';
import { invalidRequest, toProblem } from './problem.ts';

/** A request's contract and what answers it. */
export type Answer<Caller> = {
  contract: RequestContract;
  run(payload: unknown, caller: Caller): unknown;
};
/** An answer for every request of a table: one that is missing does not compile. */
export type Answers<Table extends RequestTable, Caller> = { [Name in keyof Table]: Answer<Caller> };

type Handler<Contract extends RequestContract, Caller> = (
  payload: z.output<Contract['payload']>,
  caller: Caller,
) => Promise<z.input<Contract['reply']>> | z.input<Contract['reply']>;

/** Puts a handler to a request. What it gets is parsed; what it throws is answered as a problem. */
export function answer<Contract extends RequestContract, Caller>(
  contract: Contract,
  handler: Handler<Contract, Caller>,
): Answer<Caller>;
export function answer<Caller>(contract: RequestContract, run: Answer<Caller>['run']): Answer<Caller> {
  return { contract, run };
}

type Options<Caller> = {
  /** @throws ProblemError when the caller may not ask this */
  permit(contract: RequestContract, caller: Caller): void;
  /** Told of what is nobody's fault outside: it is answered as `internal`, unless `explain` knows better. */
  onFailure(error: unknown, name: string, caller: Caller): void;
  /** What something that was thrown is for its reader; what is not known is given back. */
  explain?(error: unknown): unknown;
};

/**
 * Answers a socket's events by a table of requests.
 * @returns a listener for any event: `(name, args)` as they came, the last argument being the acknowledgement. Without one
 *   nobody waits for an answer, and nothing is done.
 */
export function createAnswerer<Table extends RequestTable, Caller>(
  answers: Answers<Table, Caller>,
  options: Options<Caller>,
) {
  const known = new Map<string, Answer<Caller>>(Object.entries(answers));

  async function acknowledge(name: string, payload: unknown, caller: Caller): Promise<Acknowledgement> {
    try {
      const found = known.get(name);
      if (!found) throw new ProblemError('not-found', 'There is no such request');
      options.permit(found.contract, caller);
      const parsed = z.safeParse(found.contract.payload, payload);
      if (!parsed.success) throw invalidRequest(parsed.error);
      return { ok: true, data: await found.run(parsed.data, caller) };
    } catch (error) {
      if (!(error instanceof ProblemError)) options.onFailure(error, name, caller);
      return { ok: false, problem: toProblem(options.explain?.(error) ?? error) };
    }
  }

  return async (name: string, args: unknown[], caller: Caller): Promise<void> => {
    const reply = args.at(-1);
    if (typeof reply !== 'function') return;
    reply(await acknowledge(name, args.length > 1 ? args[0] : undefined, caller));
  };
}
