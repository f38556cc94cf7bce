import type { Page } from '@playwright/test';

/**
 * Runs in the page before anything else: makes its cameras such that they can be unplugged. A fake camera of Chromium's cannot be;
 * what a page sees of one that is, is that its tracks end, that it is no longer listed and that it cannot be opened.
 */
export function pluggableCamera(): void {
  const place: typeof globalThis & { camera?: { unplug: () => void; plug: () => void } } = globalThis;
  const devices = navigator.mediaDevices;
  if (!devices || place.camera) return;
  const tracks = new Set<MediaStreamTrack>();
  let isPlugged = true;
  const getUserMedia = devices.getUserMedia.bind(devices);
  const enumerateDevices = devices.enumerateDevices.bind(devices);
  const clone = MediaStreamTrack.prototype.clone;
  MediaStreamTrack.prototype.clone = function cloneKnown() {
    const copy = clone.call(this);
    if (tracks.has(this)) tracks.add(copy);
    return copy;
  };
  devices.getUserMedia = async (constraints) => {
    if (constraints?.video && !isPlugged) throw new DOMException('Requested device not found', 'NotFoundError');
    const stream = await getUserMedia(constraints);
    for (const track of stream.getVideoTracks()) tracks.add(track);
    return stream;
  };
  devices.enumerateDevices = async () =>
    (await enumerateDevices()).filter(({ kind }) => isPlugged || kind !== 'videoinput');
  place.camera = {
    unplug() {
      isPlugged = false;
      for (const track of tracks) {
        if (track.readyState === 'ended') continue;
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
      tracks.clear();
      devices.dispatchEvent(new Event('devicechange'));
    },
    plug() {
      isPlugged = true;
      devices.dispatchEvent(new Event('devicechange'));
    },
  };
}

/** @param isPlugged whether it is there from now on */
export async function plugCamera(page: Page, isPlugged: boolean): Promise<void> {
  await page.evaluate((wanted) => {
    const place: typeof globalThis & { camera?: { unplug: () => void; plug: () => void } } = globalThis;
    if (wanted) place.camera?.plug();
    else place.camera?.unplug();
  }, isPlugged);
}
