import { levelOf } from '@remote-clerk/shared/call/level.ts';
import { pause } from './pause.ts';
import type { Measured } from './verdicts.ts';

/** Hertz: in the middle of what small speakers and microphones carry, and in nobody's speech for half a second. */
const pitch = 1_760;
/** Of full scale: heard in the room, and startles nobody. */
const loudness = 0.08;
const listenMs = 800;
const toneMs = 600;
const everyMs = 30;
const wakeMs = 500;
/** Where the room is as loud as that at the tone's pitch, the tone proves nothing. */
const tooLoud = 0.6;

/** Without what calls use to take echoes away: it would take the tone away, too. */
const raw: MediaStreamConstraints = {
  audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
};

/** Listens to the room, then to a short quiet tone from the own speakers. Nothing is kept. */
export async function testSound(signal: AbortSignal): Promise<Pick<Measured, 'microphone' | 'speaker'>> {
  const nothing = { microphone: null, speaker: null };
  const stream = await navigator.mediaDevices.getUserMedia(raw).catch(() => null);
  if (!stream) return nothing;
  const context = new AudioContext();
  try {
    if (signal.aborted) return nothing;
    const analyser = context.createAnalyser();
    analyser.fftSize = 2_048;
    analyser.smoothingTimeConstant = 0;
    context.createMediaStreamSource(stream).connect(analyser);
    // Browsers may stay deaf and silent until the page was touched.
    await Promise.race([context.resume(), pause(wakeMs, signal)]);
    if (context.state !== 'running') return { microphone: 'not-run', speaker: null };
    const room = await listen(analyser, listenMs, signal);
    playTone(context);
    const tone = await listen(analyser, toneMs, signal);
    const microphone = Math.max(room.level, tone.level);
    const canHear = microphone > 0 && room.atPitch < tooLoud;
    return { microphone, speaker: canHear ? Math.max(0, tone.atPitch - room.atPitch) : null };
  } finally {
    for (const track of stream.getTracks()) track.stop();
    await context.close().catch(() => undefined);
  }
}

type Heard = { level: number /** Loudest at the tone's pitch, 0–1. */; atPitch: number };

async function listen(analyser: AnalyserNode, milliseconds: number, signal: AbortSignal): Promise<Heard> {
  const samples = new Float32Array(analyser.fftSize);
  const bins = new Uint8Array(analyser.frequencyBinCount);
  const bin = Math.round((pitch * analyser.fftSize) / analyser.context.sampleRate);
  const heard: Heard = { level: 0, atPitch: 0 };
  for (let passed = 0; passed < milliseconds && !signal.aborted; passed += everyMs) {
    await pause(everyMs, signal);
    analyser.getFloatTimeDomainData(samples);
    analyser.getByteFrequencyData(bins);
    heard.level = Math.max(heard.level, levelOf(samples));
    heard.atPitch = Math.max(heard.atPitch, (bins[bin] ?? 0) / 255);
  }
  return heard;
}

/** Swells and fades, so that it does not click. */
function playTone(context: AudioContext): void {
  const start = context.currentTime;
  const end = start + toneMs / 1_000;
  const envelope = context.createGain();
  envelope.connect(context.destination);
  envelope.gain.setValueAtTime(0, start);
  envelope.gain.linearRampToValueAtTime(loudness, start + 0.05);
  envelope.gain.setValueAtTime(loudness, end - 0.1);
  envelope.gain.linearRampToValueAtTime(0, end);
  const oscillator = context.createOscillator();
  oscillator.frequency.value = pitch;
  oscillator.connect(envelope);
  oscillator.start(start);
  oscillator.stop(end);
}
