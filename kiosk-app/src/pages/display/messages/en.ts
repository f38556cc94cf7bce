import type { Messages } from './lv.ts';

export const en = {
  'app.name': 'Queue display',
  'app.language': 'Language',
  'called.title': 'Now called',
  'called.none': 'Please wait. Your number will be shown here.',
  'called.go': 'Please go to: {kiosk}',
  'called.earlier': 'Called before',
  'next.title': 'Next',
  'next.none': 'Nobody is waiting',
  'next.more': 'In line altogether: {waiting}',
  'next.unknown': 'time not known',
  'sound.allow': 'Turn the sound on',
  'sound.why': 'The browser allows sound only after a touch.',
  'away.words':
    'The connection is lost. What you see is from {time}. We are trying to connect; listen for the staff’s call.',
  'starting.words': 'Connecting…',
  'link.title': 'This display’s link is not valid',
  'link.todo':
    'For staff: make a new display link beside the queue at your desk and open it here. The old link works no more.',
} satisfies Messages;
