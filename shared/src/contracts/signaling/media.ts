import { z } from 'zod';

/**
 * mediasoup's own parameters. They are made and checked by mediasoup-client and mediasoup; here it is only made sure that
 * they are objects of bearable size before the media engine parses them in full.
 */
const engineObject = z.record(z.string(), z.unknown());
export const RtpCapabilities = engineObject;
export const RtpParameters = engineObject;
export const DtlsParameters = engineObject;
export const IceParameters = engineObject;
export const IceCandidates = z.array(engineObject);

export const MediaKind = z.enum(['audio', 'video']);
export type MediaKind = z.infer<typeof MediaKind>;
/** What a producer carries, whatever its kind. */
export const MediaSource = z.enum(['camera', 'microphone']);
export type MediaSource = z.infer<typeof MediaSource>;

export const PeerId = z.uuid().brand<'PeerId'>();
export type PeerId = z.infer<typeof PeerId>;
export const TransportId = z.uuid().brand<'TransportId'>();
export type TransportId = z.infer<typeof TransportId>;
export const ProducerId = z.uuid().brand<'ProducerId'>();
export type ProducerId = z.infer<typeof ProducerId>;
export const ConsumerId = z.uuid().brand<'ConsumerId'>();
export type ConsumerId = z.infer<typeof ConsumerId>;
