import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import type { Sounds } from '@remote-clerk/shared/ui/sound.ts';
import { act, render } from '@testing-library/react';
import { messages } from '../../messages/messages.ts';
import { App } from '../App.tsx';
import { KioskCall } from '../call/kiosk-call.ts';
import { FreeTimes } from '../kiosk/free-times.ts';
import { Kiosk } from '../kiosk/kiosk.ts';
import { KioskProvider } from '../kiosk/kiosk-context.tsx';
import { OfferedServices } from '../kiosk/offered-services.ts';
import { wire } from '../kiosk/wire.ts';
import { LocalDevices } from '../media/local-devices.ts';
import { createFakeBridge } from './fake-bridge.ts';
import { createFakeSelfTester } from './fake-self-tester.ts';
import { FakeServer, ticket } from './fake-server.ts';
import { FakeSession } from './fake-session.ts';
import { createFakeTalk } from './fake-talk.ts';
import { type SceneName, scenes } from './scenes.ts';

const nothing = () => Promise.reject(new Error('There is none'));

/** The kiosk on a server in memory, without camera, microphone or loudspeaker, at one of the scenes. */
export async function renderKiosk(scene: SceneName, prepare: (server: FakeServer) => void = () => undefined) {
  const server = new FakeServer();
  prepare(server);
  const bridge = createFakeBridge();
  const played: string[] = [];
  const sounds: Sounds = {
    play: (name) => played.push(name),
    repeat: () => () => undefined,
    setVolume: () => undefined,
  };
  const i18n = createI18n({ messages: { kiosk: messages }, language: 'lv' });
  const devices = new LocalDevices({ camera: nothing, microphone: nothing, watch: () => () => undefined });
  const session = new FakeSession();
  const { talk, signals } = createFakeTalk(server);
  const call = new KioskCall({
    createTicket: async () => ticket,
    openDevices: () => devices.open(),
    signalsOf: (consultationId) => signals.of(consultationId),
    enter: () => session,
    later: () => () => undefined,
  });
  const kiosk = new Kiosk({
    bridge,
    server,
    live: server,
    talk,
    speak: (language) => void i18n.changeLanguage(language),
    receiveTicket: (given) => call.receiveTicket(given),
    later: () => () => undefined,
  });
  const tests = createFakeSelfTester(server);
  const { selfTester } = tests;
  wire({ kiosk, call, talk, devices, selfTester });
  const parts = {
    kiosk,
    call,
    talk,
    selfTester,
    devices,
    services: new OfferedServices(server),
    times: new FreeTimes(server),
    codeCamera: nothing,
    sounds,
    bridge,
  };
  render(
    <KioskProvider value={parts}>
      <App i18n={i18n} />
    </KioskProvider>,
  );
  await act(() => kiosk.start());
  await act(async () => {
    await scenes[scene]({
      kiosk,
      server,
      talk,
      testItself: tests.run,
      show: (state) => session.show(state),
      picture: () => new MediaStream(),
    });
  });
  return { kiosk, server, bridge, played, session, talk };
}
