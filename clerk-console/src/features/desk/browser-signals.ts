import { createSignals, type SignalDevices, type Signals } from './signals.ts';

/** Two soft notes, the ring's an octave apart and the chime's a fifth; frequencies in hertz, times in seconds. */
const ringNotes = [
  { frequency: 523, at: 0 },
  { frequency: 659, at: 0.22 },
];
const chimeNotes = [
  { frequency: 587, at: 0 },
  { frequency: 880, at: 0.18 },
];
/** Sharp and falling, four times: nobody takes it for a ring. */
const alarmNotes = [0, 0.3, 0.6, 0.9].flatMap((at) => [
  { frequency: 988, at },
  { frequency: 740, at: at + 0.15 },
]);
const ringEveryMs = 2400;
const alarmEveryMs = 1800;
const softly = 0.18;
const loudly = 0.6;

function createTones() {
  let context: AudioContext | undefined;
  // Browsers keep a page silent until somebody has touched it; signing in is enough.
  const wake = () => {
    context ??= new AudioContext();
    void context.resume();
  };
  addEventListener('pointerdown', wake);
  addEventListener('keydown', wake);

  return (notes: typeof ringNotes, gain = softly) => {
    if (!context) return;
    for (const { frequency, at } of notes) {
      const start = context.currentTime + at;
      const tone = new OscillatorNode(context, { frequency, type: 'sine' });
      const loudness = new GainNode(context, { gain: 0 });
      loudness.gain.setValueAtTime(0, start);
      loudness.gain.linearRampToValueAtTime(gain, start + 0.02);
      loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
      tone.connect(loudness).connect(context.destination);
      tone.start(start);
      tone.stop(start + 0.65);
    }
  };
}

const notify: SignalDevices['notify'] = ({ title, body }) => {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return () => {};
  const notification = new Notification(title, { body, tag: 'ring', requireInteraction: true });
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
  return () => notification.close();
};

export function createBrowserSignals(): Signals {
  const play = createTones();
  return createSignals({
    playRing: () => {
      play(ringNotes);
      const ringing = setInterval(() => play(ringNotes), ringEveryMs);
      return () => clearInterval(ringing);
    },
    playAlarm: () => {
      play(alarmNotes, loudly);
      const sounding = setInterval(() => play(alarmNotes, loudly), alarmEveryMs);
      return () => clearInterval(sounding);
    },
    playChime: () => play(chimeNotes),
    showTitle: (title) => {
      document.title = title;
    },
    notify,
  });
}
