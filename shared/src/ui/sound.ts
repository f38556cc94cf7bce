/** One soft tone: pitch in hertz, start and length in seconds. */
type Tone = readonly [pitch: number, at: number, length: number];

/** Rising calls, falling ends, two equal ones ask for attention: told apart without looking. */
const tunes = {
  ring: [
    [587, 0, 0.35],
    [784, 0.2, 0.5],
  ],
  answered: [
    [523, 0, 0.18],
    [659, 0.12, 0.18],
    [784, 0.24, 0.4],
  ],
  ended: [
    [659, 0, 0.25],
    [440, 0.18, 0.5],
  ],
  attention: [
    [698, 0, 0.2],
    [698, 0.3, 0.3],
  ],
  testTone: [
    [523, 0, 0.4],
    [659, 0.4, 0.4],
    [784, 0.8, 0.7],
  ],
} as const satisfies Record<string, readonly Tone[]>;

export type SoundName = keyof typeof tunes;

const secondsBetweenRings = 2.4;

export interface Sounds {
  /** Plays once. */
  play(name: SoundName): void;
  /** Plays again and again until the returned function is called. */
  repeat(name: SoundName): () => void;
  /** From 0 to 1, for all that follows. */
  setVolume(volume: number): void;
}

/** Sounds made on the spot, without files. Browsers stay silent until the page was first touched. */
export function createSounds(volume = 0.5): Sounds {
  let context: AudioContext | undefined;
  let loudness = volume;

  const play = (name: SoundName) => {
    context ??= new AudioContext();
    // The page may have been touched since the context was made; only then may it start.
    void context.resume();
    for (const tone of tunes[name]) playTone(context, tone, loudness);
  };

  return {
    play,
    repeat: (name) => {
      play(name);
      const timer = setInterval(() => play(name), secondsBetweenRings * 1000);
      return () => clearInterval(timer);
    },
    setVolume: (next) => {
      loudness = Math.min(1, Math.max(0, next));
    },
  };
}

/** A sine and its octave under an envelope that swells and fades, so that nothing clicks. */
function playTone(context: AudioContext, [pitch, at, length]: Tone, loudness: number): void {
  const start = context.currentTime + at;
  const envelope = context.createGain();
  envelope.connect(context.destination);
  envelope.gain.setValueAtTime(0, start);
  envelope.gain.linearRampToValueAtTime(loudness * 0.4, start + 0.03);
  envelope.gain.exponentialRampToValueAtTime(0.0001, start + length);
  for (const [multiple, share] of [
    [1, 1],
    [2, 0.2],
  ] as const) {
    const partial = context.createOscillator();
    const level = context.createGain();
    level.gain.value = share;
    partial.frequency.value = pitch * multiple;
    partial.connect(level).connect(envelope);
    partial.start(start);
    partial.stop(start + length);
  }
}
