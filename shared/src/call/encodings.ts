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
