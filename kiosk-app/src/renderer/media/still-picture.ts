import { largestPicture } from '@remote-clerk/shared/contracts/http/people.ts';

export type Still = { /** base64 */ jpeg: string; thumbnail: ImageBitmap };
/** One way to make the picture smaller: of its sides, and of JPEG's quality. */
type Setting = { scale: number; quality: number };
type Encode = (setting: Setting) => Promise<Blob | null>;

/** From the best on; the last is small enough for any picture. */
const settings: readonly Setting[] = [
  { scale: 1, quality: 0.92 },
  { scale: 1, quality: 0.8 },
  { scale: 1, quality: 0.65 },
  { scale: 0.75, quality: 0.65 },
  { scale: 0.5, quality: 0.6 },
  { scale: 0.25, quality: 0.5 },
];
const thumbnailWidth = 480;

/** The best JPEG that may be sent. @throws Error when none is small enough */
export async function fittingJpeg(encode: Encode, mostBytes: number = largestPicture): Promise<Blob> {
  for (const setting of settings) {
    const blob = await encode(setting);
    if (blob && blob.size <= mostBytes) return blob;
  }
  throw new Error('The picture cannot be made small enough');
}

/** A sharp picture of what a camera sees: a photograph where it takes such, otherwise a whole frame. */
export async function takeStill(track: MediaStreamTrack): Promise<Still> {
  const picture = (await photograph(track)) ?? (await frameOf(track));
  const jpeg = await fittingJpeg((setting) => encoded(picture, setting));
  const thumbnail = await createImageBitmap(picture, { resizeWidth: Math.min(thumbnailWidth, picture.width) });
  picture.close();
  return { jpeg: await base64(jpeg), thumbnail };
}

async function photograph(track: MediaStreamTrack): Promise<ImageBitmap | null> {
  if (!('ImageCapture' in window)) return null;
  try {
    return await createImageBitmap(await new ImageCapture(track).takePhoto());
  } catch {
    // Many cameras take none, though they say so only now.
    return null;
  }
}

async function frameOf(track: MediaStreamTrack): Promise<ImageBitmap> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play();
    return await createImageBitmap(video);
  } finally {
    video.srcObject = null;
  }
}

async function encoded(picture: ImageBitmap, { scale, quality }: Setting): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  // In pieces: a call takes only so many arguments.
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(text);
}
