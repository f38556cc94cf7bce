import type { Page } from '@playwright/test';
import { z } from 'zod';

const Watched = z.object({
  now: z.number(),
  frames: z.array(z.number()),
  pictures: z.array(z.object({ at: z.number(), print: z.number() })),
});

/** What a page has decoded of the other end since then. It watches from the first question on. */
export async function seenSince(page: Page, since: number): Promise<z.infer<typeof Watched>> {
  return Watched.parse(await page.evaluate(watch, since));
}

/** Runs in the page: nothing from outside it but its argument. */
function watch(since: number): unknown {
  type Watching = { frames: number[]; pictures: { at: number; print: number }[]; forget: (before: number) => void };
  const place: typeof globalThis & { watchedFrames?: Watching } = globalThis;
  const begin = (): Watching => {
    const watching: Watching = {
      frames: [],
      pictures: [],
      forget(before) {
        this.frames = this.frames.filter((at) => at > before);
        this.pictures = this.pictures.filter(({ at }) => at > before);
      },
    };
    const known = new WeakSet<HTMLVideoElement>();
    const canvas = new OffscreenCanvas(32, 24);
    const drawing = canvas.getContext('2d', { willReadFrequently: true });
    const follow = (video: HTMLVideoElement) => {
      let lookedAt = 0;
      const onFrame = (now: number) => {
        const at = performance.timeOrigin + now;
        watching.frames.push(at);
        if (now - lookedAt > 100 && drawing) {
          lookedAt = now;
          drawing.drawImage(video, 0, 0, 32, 24);
          const print = drawing
            .getImageData(0, 0, 32, 24)
            .data.reduce((sum, part, at) => (sum * 31 + part + at) | 0, 7);
          watching.pictures.push({ at, print });
        }
        video.requestVideoFrameCallback(onFrame);
      };
      video.requestVideoFrameCallback(onFrame);
    };
    setInterval(() => {
      // The picture may be shown by another element after a recovery.
      for (const video of document.querySelectorAll<HTMLVideoElement>(
        'video[data-testid="remote-video"], video[data-first-frame-at]',
      )) {
        if (known.has(video)) continue;
        known.add(video);
        follow(video);
      }
    }, 50);
    return watching;
  };
  place.watchedFrames ??= begin();
  place.watchedFrames.forget(since);
  const { frames, pictures } = place.watchedFrames;
  return { now: Date.now(), frames, pictures };
}
