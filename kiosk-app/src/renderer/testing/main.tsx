import '@remote-clerk/shared/ui/base.css';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { createSounds } from '@remote-clerk/shared/ui/sound.ts';
import { createRoot } from 'react-dom/client';
import { messages } from '../../messages/messages.ts';
import { App } from '../App.tsx';
import { KioskCall } from '../call/kiosk-call.ts';
import { FreeTimes } from '../kiosk/free-times.ts';
import { Kiosk } from '../kiosk/kiosk.ts';
import { KioskProvider } from '../kiosk/kiosk-context.tsx';
import { OfferedServices } from '../kiosk/offered-services.ts';
import { wire } from '../kiosk/wire.ts';
import { LocalDevices } from '../media/local-devices.ts';
import { takeStill } from '../media/still-picture.ts';
import { drawnPaper, drawnPerson } from './drawn-person.ts';
import { createFakeBridge } from './fake-bridge.ts';
import { createFakeSelfTester } from './fake-self-tester.ts';
import { FakeServer } from './fake-server.ts';
import { FakeSession } from './fake-session.ts';
import { createFakeTalk } from './fake-talk.ts';
import { heldCode } from './held-code.ts';
import { isScene, scenes } from './scenes.ts';

/** The kiosk on a server in memory: `?scene=waiting&language=ru` shows one screen; `?devices=none` has no camera. */
const wanted = new URLSearchParams(location.search);
const scene = wanted.get('scene') ?? 'rest';
const language = Language.catch('lv').parse(wanted.get('language'));
const nothing = () => Promise.reject(new Error('There is none'));

const i18n = createI18n({ messages: { kiosk: messages }, language });
const server = new FakeServer();
const bridge = createFakeBridge();
const session = new FakeSession();
const devices =
  wanted.get('devices') === 'none' ? new LocalDevices({ camera: nothing, microphone: nothing }) : new LocalDevices();
const { talk, signals } = createFakeTalk(server, {
  ...(wanted.get('devices') !== 'none' && { documentCamera: async () => drawnPaper() }),
  show: (track) => call.showDocument(track),
  takeStill,
  nextCamera: () => devices.nextCamera(),
});
const call = new KioskCall({
  createTicket: () => server.createTicket(),
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
  // The language asked for is the one that is looked at.
  speak: () => undefined,
  receiveTicket: (ticket) => call.receiveTicket(ticket),
  later: () => () => undefined,
});
const tests = createFakeSelfTester(server);
const { selfTester } = tests;
wire({ kiosk, call, talk, devices, selfTester });

const place = document.getElementById('kiosk');
if (!place) throw new Error('index.html has no place for the kiosk');
createRoot(place).render(
  <KioskProvider
    value={{
      kiosk,
      call,
      talk,
      selfTester,
      devices,
      services: new OfferedServices(server),
      times: new FreeTimes(server),
      codeCamera:
        wanted.get('devices') === 'none' ? nothing : async () => heldCode('https://example.lv/booking/#/K7M2QX9DA'),
      sounds: createSounds(),
      bridge,
    }}
  >
    <App i18n={i18n} />
  </KioskProvider>,
);
await kiosk.start();
if (isScene(scene)) {
  await scenes[scene]({
    kiosk,
    server,
    talk,
    testItself: tests.run,
    show: (state) => session.show(state),
    picture: drawnPerson,
  });
}
