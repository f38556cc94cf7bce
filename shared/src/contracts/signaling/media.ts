import { z } from 'zod';

/**
 * RTP as mediasoup and mediasoup-client describe it (their `RtpCapabilities` and `RtpParameters`): both make it and check
 * it further; its shape is parsed here so that nothing else reaches them.
 */
const RtcpFeedback = z.object({ type: z.string(), parameter: z.string().optional() });
const codecDetails = {
  mimeType: z.string(),
  clockRate: z.int().positive(),
  channels: z.int().positive().optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
  rtcpFeedback: z.array(RtcpFeedback).max(16).optional(),
};
/** Those that both mediasoup and mediasoup-client name. */
export const HeaderExtensionUri = z.enum([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
]);

export const RtpCapabilities = z.object({
  codecs: z
    .array(
      z.object({ kind: z.enum(['audio', 'video']), preferredPayloadType: z.int().min(0).max(127), ...codecDetails }),
    )
    .max(64)
    .optional(),
  headerExtensions: z
    .array(
      z.object({
        kind: z.enum(['audio', 'video']),
        uri: HeaderExtensionUri,
        preferredId: z.int().positive(),
        preferredEncrypt: z.boolean().optional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
      }),
    )
    .max(64)
    .optional(),
});

export const RtpParameters = z.object({
  mid: z.string().max(16).optional(),
  codecs: z
    .array(z.object({ payloadType: z.int().min(0).max(127), ...codecDetails }))
    .min(1)
    .max(16),
  headerExtensions: z
    .array(
      z.object({
        uri: HeaderExtensionUri,
        id: z.int().positive(),
        encrypt: z.boolean().optional(),
        parameters: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .max(32)
    .optional(),
  encodings: z
    .array(
      z.object({
        ssrc: z.int().nonnegative().optional(),
        rid: z.string().max(16).optional(),
        codecPayloadType: z.int().optional(),
        rtx: z.object({ ssrc: z.int().nonnegative() }).optional(),
        dtx: z.boolean().optional(),
        scalabilityMode: z.string().max(16).optional(),
        maxBitrate: z.int().positive().optional(),
      }),
    )
    .max(4)
    .optional(),
  rtcp: z.object({ cname: z.string().max(255).optional(), reducedSize: z.boolean().optional() }).optional(),
  msid: z.string().max(200).optional(),
});

export const DtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().max(200),
      }),
    )
    .min(1)
    .max(8),
});
export const IceParameters = z.object({
  usernameFragment: z.string(),
  password: z.string(),
  iceLite: z.boolean().optional(),
});
export const IceCandidates = z.array(
  z.object({
    foundation: z.string(),
    priority: z.int(),
    address: z.string(),
    ip: z.string(),
    protocol: z.enum(['udp', 'tcp']),
    port: z.int(),
    type: z.enum(['host', 'srflx', 'prflx', 'relay']),
    tcpType: z.enum(['active', 'passive', 'so']).optional(),
  }),
);

export const MediaKind = z.enum(['audio', 'video']);
export type MediaKind = z.infer<typeof MediaKind>;
/** What a producer carries, whatever its kind. */
export const mediaSources = ['camera', 'microphone', 'screen', 'document'] as const;
export const MediaSource = z.enum(mediaSources);
export type MediaSource = z.infer<typeof MediaSource>;

export const PeerId = z.uuid().brand<'PeerId'>();
export type PeerId = z.infer<typeof PeerId>;
export const TransportId = z.uuid().brand<'TransportId'>();
export type TransportId = z.infer<typeof TransportId>;
export const ProducerId = z.uuid().brand<'ProducerId'>();
export type ProducerId = z.infer<typeof ProducerId>;
export const ConsumerId = z.uuid().brand<'ConsumerId'>();
export type ConsumerId = z.infer<typeof ConsumerId>;
