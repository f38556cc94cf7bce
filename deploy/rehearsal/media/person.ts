/** RGB, 0–255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

/** An invented person in front of a plain wall. */
export type Person = { wall: Colour; clothes: Colour; hair: Colour; skin: Colour };

export const width = 640;
export const height = 480;
export const framesPerSecond = 30;
/** The picture begins again after so many frames; its number is written in each as black and white squares. */
export const framesInLoop = 90;
export const counterBits = 7;
export const counterSquare = 24;

const white: Colour = [235, 235, 235];
const black: Colour = [16, 16, 16];

const inside = (x: number, y: number, centreX: number, centreY: number, radiusX: number, radiusY: number) =>
  ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 <= 1;

/** The colour at a place of a frame: the person sways, blinks and speaks, so that no two frames are alike. */
export function colourAt({ wall, clothes, hair, skin }: Person, frame: number, x: number, y: number): Colour {
  const counterX = Math.floor(x / counterSquare);
  if (y >= height - counterSquare && counterX < counterBits) return (frame >> counterX) & 1 ? white : black;

  const turn = (2 * Math.PI * frame) / framesInLoop;
  const head = 320 + 26 * Math.sin(turn);
  const nod = 6 * Math.sin(2 * turn);
  const mouth = 4 + 9 * Math.abs(Math.sin(6 * turn));
  if (inside(x, y, head, 262 + nod, 26, mouth)) return black;
  const eyes = frame % 45 < 3 ? 1.5 : 8;
  if (inside(x, y, head - 32, 190 + nod, 9, eyes) || inside(x, y, head + 32, 190 + nod, 9, eyes)) return black;
  if (inside(x, y, head, 208 + nod, 78, 100)) return y < 142 + nod ? hair : skin;
  if (inside(x, y, head, 186 + nod, 94, 106) && y < 250 + nod) return hair;
  if (inside(x, y, 320 + 0.6 * (head - 320), 500, 190, 160)) return clothes;
  return wall;
}
