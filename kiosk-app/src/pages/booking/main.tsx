import '@remote-clerk/shared/ui/base.css';
import { createRoot } from 'react-dom/client';
import { rememberedLanguage } from '../common/remembered-language.ts';
import { BookingPage } from './BookingPage.tsx';
import { createBookingServer } from './flow/booking-server.ts';
import { words } from './messages/messages.ts';

const place = document.getElementById('booking');
if (!place) throw new Error('index.html has no place for the page');
const language = rememberedLanguage() ?? 'lv';
const messages = await words[language]();
createRoot(place).render(<BookingPage server={createBookingServer()} first={{ language, messages }} />);
