/** The media engine's nouns, for those who may not import the engine itself. */
export type { Consumer, Producer, RtpCapabilities, WebRtcTransport } from 'mediasoup/types';
