import { SelfTester } from '../self-test/self-tester.ts';
import type { Measured } from '../self-test/verdicts.ts';
import type { FakeServer } from './fake-server.ts';

/** A kiosk that tests itself when told to, and finds what it is told. */
export function createFakeSelfTester(server: FakeServer) {
  let measured: Measured = {
    camera: 30,
    microphone: 0.2,
    speaker: 0.4,
    documentCamera: 10,
    network: { roundTripMs: 30, packetLossPercent: 0 },
  };
  let due: () => void = () => undefined;
  const selfTester = new SelfTester({
    measures: {
      camera: async () => measured.camera,
      sound: async () => ({ microphone: measured.microphone, speaker: measured.speaker }),
      documentCamera: async () => measured.documentCamera,
      network: async () => measured.network,
    },
    server,
    now: () => 0,
    later: (run) => {
      due = run;
      return () => undefined;
    },
  });
  const run = async (more: Partial<Measured>) => {
    measured = { ...measured, ...more };
    due();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { selfTester, run };
}
