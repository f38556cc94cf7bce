/** The media engine's nouns, for those who may not import the engine itself. */
export type { Consumer, Producer, RtpCapabilities, RtpParameters, WebRtcTransport } from 'mediasoup/types';
