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
