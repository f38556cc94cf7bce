import { describe, expect, it } from 'vitest';
import { type DeviceOpeners, LocalDevices } from './local-devices.ts';

const openers = (more: Partial<DeviceOpeners> = {}): Partial<DeviceOpeners> => ({
  camera: () => Promise.reject(new Error('none')),
  microphone: () => Promise.reject(new Error('none')),
  nextCamera: async () => null,
  watch: () => () => undefined,
  later: () => () => undefined,
  ...more,
});

describe('LocalDevices', () => {
  it('are on with what there is, and say what is missing rather than fail', async () => {
    const devices = new LocalDevices(openers());
    expect(await devices.open()).toEqual({ phase: 'on', camera: null, microphone: null, picture: null });
  });

  it('are asked for one after the other, and once however often they are wanted', async () => {
    const asked: string[] = [];
    const note = (kind: string) => () => {
      asked.push(kind);
      return Promise.reject(new Error('none'));
    };
    const devices = new LocalDevices(openers({ camera: note('camera'), microphone: note('microphone') }));
    await Promise.all([devices.open(), devices.open()]);
    expect(asked).toEqual(['camera', 'microphone']);
  });

  it('are off again when nothing needs them any more by the time that they are on', async () => {
    const devices = new LocalDevices(openers());
    const opening = devices.open();
    devices.close();
    await opening;
    expect(devices.getSnapshot().phase).toBe('off');
  });
});

class Track extends EventTarget {
  stop() {}
}
const isTrack = (value: unknown): value is MediaStreamTrack => value instanceof Track;
const aTrack = () => {
  const track: unknown = new Track();
  if (!isTrack(track)) throw new Error('No track');
  return track;
};
Object.assign(globalThis, { MediaStream: class {} });

describe('a device that is unplugged', () => {
  async function unplugged() {
    const first = aTrack();
    const cameras: MediaStreamTrack[] = [first];
    const timers: Array<() => void> = [];
    let changed: () => void = () => undefined;
    const devices = new LocalDevices(
      openers({
        camera: async () => cameras.shift() ?? Promise.reject(new Error('none')),
        microphone: async () => aTrack(),
        watch: (listener) => {
          changed = listener;
          return () => undefined;
        },
        later: (run) => {
          timers.push(run);
          return () => undefined;
        },
      }),
    );
    await devices.open();
    first.dispatchEvent(new Event('ended'));
    return { devices, cameras, timers, plugIn: () => changed() };
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it('is missed, and taken up again as soon as it is plugged in', async () => {
    const { devices, cameras, plugIn } = await unplugged();
    expect(devices.getSnapshot()).toMatchObject({ phase: 'on', camera: null, picture: null });
    const again = aTrack();
    cameras.push(again);
    plugIn();
    await settled();
    expect(devices.getSnapshot().camera).toBe(again);
  });

  it('is asked for again and again, for not every return is told', async () => {
    const { devices, cameras, timers } = await unplugged();
    timers.shift()?.();
    await settled();
    expect(timers).toHaveLength(1);
    cameras.push(aTrack());
    timers.shift()?.();
    await settled();
    expect([devices.getSnapshot().camera !== null, timers.length]).toEqual([true, 0]);
  });
});
