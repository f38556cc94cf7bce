import { randomInt } from 'node:crypto';

/** What a browser could send: enough for the engine to accept, with media that never comes. */
export const dtlsParameters = {
  role: 'client',
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }],
};

export const opusParameters = () => ({
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: {} }],
  encodings: [{ ssrc: randomInt(1, 2 ** 31) }],
});

export const vp8Parameters = () => ({
  mid: '1',
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000, parameters: {} }],
  encodings: [{ ssrc: randomInt(1, 2 ** 31) }],
});
