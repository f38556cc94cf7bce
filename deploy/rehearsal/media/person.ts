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

const lips: Colour = [150, 62, 66];

/** The same colour in shadow. Made once for each, so that equal colours are the same one. */
const shades = new Map<Colour, Colour>();
const shade = (colour: Colour): Colour => {
  const [red, green, blue] = colour;
  const darker = shades.get(colour) ?? [red * 0.88, green * 0.84, blue * 0.82];
  shades.set(colour, darker);
  return darker;
};

const inside = (x: number, y: number, centreX: number, centreY: number, radiusX: number, radiusY: number) =>
  ((x - centreX) / radiusX) ** 2 + ((y - centreY) / radiusY) ** 2 <= 1;

/** The colour at a place of a frame: the person sways, blinks and speaks, so that no two frames are alike. */
export function colourAt({ wall, clothes, hair, skin }: Person, frame: number, x: number, y: number): Colour {
  const counterX = Math.floor(x / counterSquare);
  if (y >= height - counterSquare && counterX < counterBits) return (frame >> counterX) & 1 ? white : black;

  const turn = (2 * Math.PI * frame) / framesInLoop;
  const head = 320 + 22 * Math.sin(turn);
  const nod = 5 * Math.sin(2 * turn);
  const left = x - head;
  const down = y - nod;
  const mouth = 3 + 6 * Math.abs(Math.sin(6 * turn));
  if (inside(left, down, 0, 262, 22, mouth)) return lips;
  const eyes = frame % 45 < 3 ? 1.5 : 7;
  const side = Math.abs(left);
  if (inside(side, down, 30, 196, 7, eyes)) return black;
  if (inside(side, down, 30, 178, 15, 3)) return hair;
  if (inside(left, down, 0, 228, 7, 4)) return shade(skin);
  if (inside(left, down, 0, 210, 74, 98)) return down < 150 - 0.12 * left ? hair : skin;
  if (inside(left, down, 0, 190, 88, 106) && down < 246) return hair;
  const shoulders = x - 320 - 0.6 * (head - 320);
  if (Math.abs(shoulders) < 32 && y > 280 && y < 360) return shade(skin);
  if (inside(shoulders, y, 0, 352, 44, 26)) return shade(skin);
  if (inside(shoulders, y, 0, 500, 190, 158)) return clothes;
  return wall;
}
