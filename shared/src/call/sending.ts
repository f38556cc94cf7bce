import type { types } from 'mediasoup-client';
import type { MediaSource } from '../contracts/signaling/media.ts';

/**
 * Simulcast layers, smallest first; each carries half the width and height of the next. Without temporal layers: when the
 * line is thin, or not measured yet, the node then sends a smaller picture, which is better to talk to than a jerking one.
 */
const layers = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T1' },
  { scaleResolutionDownBy: 2, maxBitrate: 450_000, scalabilityMode: 'L1T1' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: 'L1T1' },
];

/**
 * VP8 layers for a camera picture: as many as Chromium sends at that size. It drops the layers it finds superfluous, and a
 * receiver told of a layer that never comes could wait for it.
 * @param width @param height in pixels
 */
export function cameraEncodings(width: number, height: number): Array<(typeof layers)[number]> {
  const pixels = width * height;
  const count = pixels >= 960 * 540 ? 3 : pixels >= 480 * 270 ? 2 : 1;
  return layers.slice(-count);
}

/**
 * How each source is sent. Sound comes first on any line, and then movement: of a face, frames are kept before sharpness, since
 * sign language is lost below twenty a second. A screen and a paper are read, not watched: sharp, and few frames.
 */
export function producerOptions(
  source: MediaSource,
  track: MediaStreamTrack,
): Pick<types.ProducerOptions, 'codecOptions' | 'encodings'> {
  switch (source) {
    case 'microphone':
      return {
        codecOptions: { opusFec: true, opusDtx: true, opusStereo: false, opusNack: true },
        encodings: [{ priority: 'high', networkPriority: 'high' }],
      };
    case 'camera': {
      const { width = 640, height = 480 } = track.getSettings();
      // Kilobits: high enough that the first picture is sharp on an ordinary line.
      return { codecOptions: { videoGoogleStartBitrate: 1_000 }, encodings: cameraEncodings(width, height) };
    }
    case 'screen':
      return { encodings: [{ maxBitrate: 1_200_000, maxFramerate: 5 }] };
    case 'document':
      return {
        codecOptions: { videoGoogleStartBitrate: 1_000 },
        encodings: [{ maxBitrate: 2_000_000, maxFramerate: 15 }],
      };
  }
}

/** Tells the encoder what to keep when the line gets thin: frames of a face, lines of a text. */
export function hintOf(source: MediaSource, track: MediaStreamTrack): void {
  if (source === 'camera') track.contentHint = 'motion';
  if (source === 'screen' || source === 'document') track.contentHint = 'detail';
  if (source === 'microphone') track.contentHint = 'speech';
}
