import '@remote-clerk/shared/ui/base.css';
import { CallSession } from '@remote-clerk/shared/call/call-session.ts';
import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { createSounds } from '@remote-clerk/shared/ui/sound.ts';
import { createRoot } from 'react-dom/client';
import { kioskBridge } from '../bridge/index.ts';
import { messages } from '../messages/messages.ts';
import { App } from './App.tsx';
import { KioskCall } from './call/kiosk-call.ts';
import { Talk } from './call/talk.ts';
import { TalkSignals } from './call/talk-signals.ts';
import { FreeTimes } from './kiosk/free-times.ts';
import { createHttpServer } from './kiosk/http-server.ts';
import { Kiosk } from './kiosk/kiosk.ts';
import { KioskProvider } from './kiosk/kiosk-context.tsx';
import { OfferedServices } from './kiosk/offered-services.ts';
import { SocketLive } from './kiosk/socket-live.ts';
import { wire } from './kiosk/wire.ts';
import { openCodeCamera } from './media/code-camera.ts';
import { openDocumentCamera } from './media/kiosk-cameras.ts';
import { LocalDevices } from './media/local-devices.ts';
import { takeStill } from './media/still-picture.ts';
import { createMeasures } from './self-test/measures.ts';
import { SelfTester } from './self-test/self-tester.ts';

const callAgainMs = 2_000;

const later = (run: () => void, milliseconds: number) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

const i18n = createI18n({ messages: { kiosk: messages }, language: 'lv' });
const bridge = kioskBridge();
const devices = new LocalDevices();
const { server, session } = createHttpServer({ bridge, onRevoked: () => void kiosk.revoked() });
const live = new SocketLive(session);
const talkSignals = new TalkSignals((consultationId, signal) => live.send(consultationId, signal));
const call = new KioskCall({
  createTicket: (consultationId, unreachableRoomId) => server.createTicket(consultationId, unreachableRoomId),
  openDevices: () => devices.open(),
  signalsOf: (consultationId) => talkSignals.of(consultationId),
  enter: (options) => CallSession.enter(options),
  later: (run) => later(run, callAgainMs),
});
const talk = new Talk({
  signals: talkSignals,
  server,
  document: {
    open: () => openDocumentCamera(devices.getSnapshot().camera),
    show: (track) => call.showDocument(track),
    takeStill,
  },
  nextCamera: () => devices.nextCamera(),
  later,
});
const kiosk = new Kiosk({
  bridge,
  server,
  live,
  talk,
  speak: (language) => void i18n.changeLanguage(language),
  receiveTicket: (ticket) => call.receiveTicket(ticket),
  later,
});
const selfTester = new SelfTester({ measures: createMeasures(server), server, later, now: () => performance.now() });
wire({ kiosk, call, talk, devices, selfTester });
const parts = {
  kiosk,
  call,
  talk,
  selfTester,
  devices,
  services: new OfferedServices(server),
  times: new FreeTimes(server),
  codeCamera: openCodeCamera,
  sounds: createSounds(),
  bridge,
};

const place = document.getElementById('kiosk');
if (!place) throw new Error('index.html has no place for the kiosk');
createRoot(place).render(
  <KioskProvider value={parts}>
    <App i18n={i18n} />
  </KioskProvider>,
);
void kiosk.start();
