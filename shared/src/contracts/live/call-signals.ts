import { z } from 'zod';
import { ConsultationId } from '../../domain/ids.ts';
import { CallRole } from '../call-ticket.ts';

/** What simple-peer gives to be carried to the other end: SDP and candidates. Both ends parse it further themselves. */
export const DirectDescription = z.object({
  type: z.string().max(40),
  sdp: z.string().max(40_000).optional(),
  candidate: z
    .object({
      candidate: z.string().max(2_000),
      sdpMLineIndex: z.int().nullish(),
      sdpMid: z.string().max(40).nullish(),
      usernameFragment: z.string().max(300).nullish(),
    })
    .optional(),
  renegotiate: z.boolean().optional(),
  transceiverRequest: z
    .object({ kind: z.enum(['audio', 'video']), init: z.record(z.string(), z.unknown()).optional() })
    .optional(),
});
export type DirectDescription = z.infer<typeof DirectDescription>;

export const KioskControl = z.discriminatedUnion('what', [
  /** Loudness of the kiosk's speakers, 0–1. */
  z.object({ what: z.literal('volume'), value: z.number().min(0).max(1) }),
  /** Which of the kiosk's cameras is seen, by its place among them. */
  z.object({ what: z.literal('next-camera') }),
]);
export type KioskControl = z.infer<typeof KioskControl>;

/**
 * What those in a consultation tell each other in passing: it is handed on and kept nowhere. Whoever was away has missed it,
 * so that nothing may depend on it but what is asked again.
 */
export const CallSignal = z.discriminatedUnion('kind', [
  /** Peer to peer, while no media node can be reached. `hello`: I am without a node and wait for you. */
  z.object({ kind: z.literal('direct.hello'), session: z.uuid() }),
  z.object({ kind: z.literal('direct.signal'), session: z.uuid(), description: DirectDescription }),
  /** Real-time text: what is being written, whole; empty when it was sent or thrown away. */
  z.object({ kind: z.literal('draft'), text: z.string().max(2_000) }),
  z.object({ kind: z.literal('hand'), raised: z.boolean() }),
  /** A specialist asks to change something at the kiosk; the citizen allows it once for the call, or does not. */
  z.object({ kind: z.literal('control.ask'), request: z.uuid(), control: KioskControl }),
  z.object({ kind: z.literal('control.answer'), request: z.uuid(), allowed: z.boolean() }),
  /** A specialist asks for the document camera, or for a sharp picture from it into the case. */
  z.object({ kind: z.literal('document.ask'), request: z.uuid(), want: z.enum(['start', 'picture', 'stop']) }),
  z.object({ kind: z.literal('document.answer'), request: z.uuid(), done: z.boolean() }),
  /** What a recogniser heard of the sender's speech. `final`: it will not change any more. */
  z.object({ kind: z.literal('caption'), id: z.uuid(), text: z.string().max(1_000), final: z.boolean() }),
]);
export type CallSignal = z.infer<typeof CallSignal>;

export const OutgoingSignal = z.object({ consultationId: ConsultationId, signal: CallSignal });
export const IncomingSignal = z.object({
  consultationId: ConsultationId,
  from: z.object({ role: CallRole, id: z.uuid(), name: z.string() }),
  signal: CallSignal,
});
export type IncomingSignal = z.infer<typeof IncomingSignal>;
