import '@remote-clerk/shared/ui/base.css';
import { createSounds } from '@remote-clerk/shared/ui/sound.ts';
import { createRoot } from 'react-dom/client';
import { rememberedLanguage } from '../common/remembered-language.ts';
import { Announcer } from './announcer.ts';
import { DisplayPage } from './DisplayPage.tsx';
import { createDisplayReader } from './display-server.ts';

const place = document.getElementById('display');
if (!place) throw new Error('index.html has no place for the page');
const token = location.hash.replace(/^#\/?/, '');
// Another link in the same tab is another screen.
window.addEventListener('hashchange', () => location.reload());
createRoot(place).render(
  <DisplayPage
    language={rememberedLanguage() ?? 'lv'}
    read={createDisplayReader(token)}
    announcer={new Announcer(createSounds())}
  />,
);
