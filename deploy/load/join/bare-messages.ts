import {
  ConsumerId,
  DtlsParameters,
  IceCandidates,
  IceParameters,
  MediaKind,
  ProducerId,
  RtpCapabilities,
  RtpParameters,
  TransportId,
} from '@remote-clerk/shared/contracts/signaling/media.ts';
import { z } from 'zod';

/** The two of a call. */
export const Side = z.enum(['citizen', 'specialist']);
export type Side = z.infer<typeof Side>;

export type Message<Payload extends z.ZodType, Reply extends z.ZodType> = {
  name: string;
  payload: Payload;
  reply: Reply;
};

const message = <Payload extends z.ZodType, Reply extends z.ZodType>(
  name: string,
  payload: Payload,
  reply: Reply,
): Message<Payload, Reply> => ({ name, payload, reply });

const Nothing = z.object({});

/** As little as a client and bare mediasoup can say to each other for a call: each a POST with JSON, answered with JSON. */
export const bareMessages = {
  /** Answered once the specialist has accepted. */
  accepted: message('accepted', Nothing, Nothing),
  accept: message('accept', Nothing, Nothing),
  capabilities: message('capabilities', Nothing, RtpCapabilities),
  transport: message(
    'transport',
    Nothing,
    z.object({
      id: TransportId,
      iceParameters: IceParameters,
      iceCandidates: IceCandidates,
      dtlsParameters: DtlsParameters,
    }),
  ),
  connect: message('connect', z.object({ id: TransportId, dtlsParameters: DtlsParameters }), Nothing),
  produce: message(
    'produce',
    z.object({ id: TransportId, side: Side, kind: MediaKind, rtpParameters: RtpParameters }),
    z.object({ id: ProducerId }),
  ),
  /** The other side's; answered once it is there. */
  consume: message(
    'consume',
    z.object({ id: TransportId, side: Side, kind: MediaKind, rtpCapabilities: RtpCapabilities }),
    z.object({ id: ConsumerId, producerId: ProducerId, kind: MediaKind, rtpParameters: RtpParameters }),
  ),
};
