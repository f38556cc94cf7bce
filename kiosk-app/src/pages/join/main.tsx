import '@remote-clerk/shared/ui/base.css';
import { CallSession } from '@remote-clerk/shared/call/call-session.ts';
import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { createRoot } from 'react-dom/client';
import { browserLanguage } from '../common/remembered-language.ts';
import { browserDevices } from './flow/browser-devices.ts';
import { forgetCode, takeCode } from './flow/code.ts';
import { Guest } from './flow/guest.ts';
import { connectSocket } from './flow/guest-live.ts';
import { createGuestServer } from './flow/guest-server.ts';
import { OwnMedia } from './flow/own-media.ts';
import { JoinPage } from './JoinPage.tsx';
import { messages } from './messages/messages.ts';

const place = document.getElementById('join');
if (!place) throw new Error('index.html has no place for the page');
const code = takeCode(location, history);
// Another link in the same tab is another invitation.
window.addEventListener('hashchange', () => location.reload());

const guest = new Guest({
  code,
  server: createGuestServer(),
  connect: connectSocket,
  enter: (options) => CallSession.enter(options),
  media: new OwnMedia(browserDevices),
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  forgetCode: () => forgetCode(history),
});
const i18n = createI18n({ messages: { join: messages }, language: browserLanguage() ?? 'lv' });
createRoot(place).render(<JoinPage guest={guest} i18n={i18n} />);
void guest.open();
