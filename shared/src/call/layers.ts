/** Width in pixels of a camera's best layer, by how many layers it has: what `cameraEncodings` makes of usual cameras. */
const bestWidths: Record<number, number> = { 1: 320, 2: 640, 3: 1_280 };

/**
 * The smallest simulcast layer that still looks sharp at a size on the screen; each has half the width of the next.
 * @param layers how many there are @param width in device pixels, 0 for what is not shown
 * @returns 0 for the smallest
 */
export function layerFor(layers: number, width: number): number {
  const best = bestWidths[layers] ?? 1_280;
  for (let layer = 0; layer < layers - 1; layer += 1) {
    // A picture may be stretched by a third before anybody minds.
    if ((best / 2 ** (layers - 1 - layer)) * 1.34 >= width) return layer;
  }
  return Math.max(0, layers - 1);
}
