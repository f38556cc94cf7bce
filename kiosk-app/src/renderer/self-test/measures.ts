import { CallSession } from '@remote-clerk/shared/call/call-session.ts';
import { listDevices } from '@remote-clerk/shared/call/devices.ts';
import type { KioskServer } from '../kiosk/kiosk-server.ts';
import { documentCameraOf, openDocumentCamera, openFaceCamera } from '../media/kiosk-cameras.ts';
import { frameRateOf } from './frame-rate.ts';
import { movingPicture, testNetwork } from './network-test.ts';
import type { SelfTestMeasures } from './self-tester.ts';
import { testSound } from './sound-test.ts';

/** The tests with this machine's own cameras, microphone, speakers and line. */
export function createMeasures(server: Pick<KioskServer, 'createSelfTestTicket'>): SelfTestMeasures {
  return {
    camera: (signal) => frameRateOf(openFaceCamera, signal),
    sound: testSound,
    documentCamera: async (signal) => {
      const { cameras } = await listDevices();
      const hasOne = documentCameraOf(cameras, cameras[0]?.deviceId) !== null;
      return hasOne ? frameRateOf(() => openDocumentCamera(null), signal) : 'none';
    },
    network: (signal) =>
      testNetwork(
        {
          createTicket: () => server.createSelfTestTicket(),
          enter: (options) => CallSession.enter(options),
          testPicture: movingPicture,
        },
        signal,
      ),
  };
}
