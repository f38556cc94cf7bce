import { type Answers, answer, createAnswerer } from '@remote-clerk/shared/contracts/answer.ts';
import { type SignalingRequests, signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Logger } from '../telemetry/logger.ts';
import { consumerAnswers } from './consumer-answers.ts';
import { producerAnswers } from './producer-answers.ts';
import { qualityAnswers } from './quality-answers.ts';
import type { RequestContext } from './request-context.ts';
import { roomAnswers } from './room-answers.ts';
import { transportAnswers } from './transport-answers.ts';

const answers: Answers<SignalingRequests, RequestContext> = {
  ...roomAnswers,
  ...transportAnswers,
  ...producerAnswers,
  ...consumerAnswers,
  ...qualityAnswers,
  'signaling.beat': answer(signalingRequests['signaling.beat'], () => ({})),
};

/** Answers whatever a client asks; only what nobody foresaw is an error in the log. */
export const createSignalingAnswerer = (logger: Logger) =>
  createAnswerer(answers, {
    permit: (_contract, { peer }) => {
      if (peer.closed) throw new ProblemError('illegal-transition', 'You are not in the room any more');
    },
    onFailure: (error, request, { peer }) => logger.error({ err: error, request, peerId: peer.id }, 'A request failed'),
  });
