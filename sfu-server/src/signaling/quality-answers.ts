import { answer } from '@remote-clerk/shared/contracts/answer.ts';
import { signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import type { RequestContext } from './request-context.ts';

export const qualityAnswers = {
  'quality.report': answer(signalingRequests['quality.report'], (quality, { room, peer }: RequestContext) => {
    room.quality.report(peer, quality);
    return {};
  }),
};
