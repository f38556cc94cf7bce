import type { Handlers, OfTopic } from './handlers.ts';

export const qualityHandlers: Handlers<OfTopic<'quality'>> = {
  'quality.report': ({ room, peer }, quality) => {
    room.quality.report(peer, quality);
    return {};
  },
};
