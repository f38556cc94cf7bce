import { randomUUID } from 'node:crypto';
import type { Acknowledgement } from '@remote-clerk/shared/contracts/messages.ts';
import { toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import { payloadOf } from '@remote-clerk/shared/contracts/request.ts';
import { type SignalingRequests, signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { consumerHandlers } from './consumer-handlers.ts';
import type { Handlers, RequestContext } from './handlers.ts';
import { producerHandlers } from './producer-handlers.ts';
import { qualityHandlers } from './quality-handlers.ts';
import { roomHandlers } from './room-handlers.ts';
import { transportHandlers } from './transport-handlers.ts';

const handlers: Handlers = {
  ...roomHandlers,
  ...transportHandlers,
  ...producerHandlers,
  ...consumerHandlers,
  ...qualityHandlers,
};

type RequestName = keyof SignalingRequests;
const isRequestName = (name: string): name is RequestName => Object.hasOwn(signalingRequests, name);

function answer<Name extends RequestName>(context: RequestContext, name: Name, raw: unknown): unknown {
  const handler: Handlers[Name] = handlers[name];
  return handler(context, payloadOf(signalingRequests[name], raw));
}

/**
 * Answers one request, whatever it is: every refusal and every failure becomes a problem, and only an unforeseen one is an
 * error in the log.
 * @param enter resolves with who asks, once they have their place in the room
 */
export async function dispatch(
  enter: () => Promise<RequestContext>,
  name: string,
  raw: unknown,
  { logger, metrics }: { logger: Logger; metrics: Metrics },
): Promise<Acknowledgement> {
  const known = isRequestName(name);
  const count = (outcome: string) => metrics.requests.inc({ name: known ? name : 'unknown', outcome });
  try {
    if (!known) throw new ProblemError('not-found', 'There is no such request');
    const context = await enter();
    if (context.peer.closed) throw new ProblemError('illegal-transition', 'You are not in the room any more');
    const data = await answer(context, name, raw);
    count('ok');
    return { ok: true, data };
  } catch (error) {
    const expected = error instanceof ProblemError && error.type !== 'internal';
    const requestId = expected ? undefined : randomUUID();
    if (expected) logger.debug({ request: known ? name : 'unknown', problem: error.type }, 'A request was refused');
    else logger.error({ err: error, request: name, requestId }, 'A request failed');
    const problem = toProblem(error, requestId);
    count(expected ? error.type : 'internal');
    return { ok: false, problem };
  }
}
