import { closeSync, openSync, writeSync } from 'node:fs';
import { type Colour, colourAt, framesInLoop, framesPerSecond, height, type Person, width } from './person.ts';

/** BT.601, studio range: what a camera delivers. */
export const toYuv = ([red, green, blue]: Colour): [y: number, u: number, v: number] => [
  Math.round(16 + 0.257 * red + 0.504 * green + 0.098 * blue),
  Math.round(128 - 0.148 * red - 0.291 * green + 0.439 * blue),
  Math.round(128 + 0.439 * red - 0.368 * green - 0.071 * blue),
];

/** One frame as planar 4:2:0. */
export function drawFrame(person: Person, frame: number): Buffer {
  const pixels = Buffer.allocUnsafe(width * height * 1.5);
  const chroma = width * height;
  const known = new Map<Colour, ReturnType<typeof toYuv>>();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colourAt(person, frame, x, y);
      const yuv = known.get(colour) ?? toYuv(colour);
      known.set(colour, yuv);
      pixels[y * width + x] = yuv[0];
      if ((x | y) & 1) continue;
      const at = chroma + (y / 2) * (width / 2) + x / 2;
      pixels[at] = yuv[1];
      pixels[at + chroma / 4] = yuv[2];
    }
  }
  return pixels;
}

/** A file for Chromium's `--use-file-for-fake-video-capture`, which plays it over and over. */
export function writeY4m(file: string, person: Person): void {
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  for (let frame = 0; frame < framesInLoop; frame += 1) {
    writeSync(descriptor, 'FRAME\n');
    writeSync(descriptor, drawFrame(person, frame));
  }
  closeSync(descriptor);
}
