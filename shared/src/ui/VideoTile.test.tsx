// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderIn } from './render-in.tsx';
import { VideoTile } from './VideoTile.tsx';

/** jsdom decodes nothing: frames come when the test says so. */
class Frames {
  readonly waiting = new Map<number, VideoFrameRequestCallback>();
  decode() {
    const frame = {
      presentationTime: 0,
      expectedDisplayTime: 0,
      width: 640,
      height: 480,
      mediaTime: 0,
      presentedFrames: 1,
    };
    for (const [handle, callback] of this.waiting) {
      this.waiting.delete(handle);
      callback(0, frame);
    }
  }
}

let frames: Frames;
beforeEach(() => {
  frames = new Frames();
  let last = 0;
  Object.assign(HTMLVideoElement.prototype, {
    requestVideoFrameCallback: (callback: VideoFrameRequestCallback) => {
      last += 1;
      frames.waiting.set(last, callback);
      return last;
    },
    cancelVideoFrameCallback: (handle: number) => frames.waiting.delete(handle),
  });
});
afterEach(cleanup);

class FakeStream extends EventTarget {}
vi.stubGlobal('MediaStream', FakeStream);

describe('VideoTile', () => {
  it('shows initials and a word while there is no picture', () => {
    renderIn('lv', <VideoTile stream={null} name="Anna Marija Bērziņa" />);
    expect(screen.getByText('AB')).toBeTruthy();
    expect(screen.getByText('Kamera ir izslēgta')).toBeTruthy();
  });

  it('reports the first frame of each stream once', () => {
    const first = vi.fn();
    const tile = (stream: MediaStream) => <VideoTile stream={stream} name="Anna" onFirstFrame={first} />;
    const [one, two] = [new MediaStream(), new MediaStream()];
    const { show } = renderIn('lv', tile(one));
    frames.decode();
    show(tile(one));
    frames.decode();
    expect(first).toHaveBeenCalledTimes(1);
    show(tile(two));
    frames.decode();
    expect(first).toHaveBeenCalledTimes(2);
  });

  it('expects no frame any more of a stream that is gone', () => {
    const first = vi.fn();
    const { show } = renderIn('lv', <VideoTile stream={new MediaStream()} name="Anna" onFirstFrame={first} />);
    show(<VideoTile stream={null} name="Anna" onFirstFrame={first} />);
    frames.decode();
    expect(first).not.toHaveBeenCalled();
  });
});
