import { writeFileSync } from 'node:fs';

const sampleRate = 48_000;
const seconds = 4;
const syllableSeconds = 0.2;
const gapSeconds = 0.08;
/** Every fifth syllable is a breath. */
const breathEvery = 5;
const harmonics = [1, 0.8, 0.5, 0.6, 0.25, 0.15];

/**
 * Syllables of a voice with the given pitch, in hertz: short, with overtones, a falling melody and pauses, because a
 * browser takes a steady tone for noise and silences it. Samples are −1 to 1.
 */
export function speak(pitch: number): Float32Array {
  const samples = new Float32Array(sampleRate * seconds);
  let phase = 0;
  for (let index = 0; index < samples.length; index += 1) {
    const time = index / sampleRate;
    const syllable = Math.floor(time / (syllableSeconds + gapSeconds));
    const within = time - syllable * (syllableSeconds + gapSeconds);
    phase += (2 * Math.PI * pitch * (1.01 - 0.1 * within)) / sampleRate;
    if (within > syllableSeconds || syllable % breathEvery === breathEvery - 1) continue;
    const loudness = Math.sqrt(Math.max(0, Math.sin((Math.PI * within) / syllableSeconds)));
    const voice = harmonics.reduce((sum, share, overtone) => sum + share * Math.sin(phase * (overtone + 1)), 0);
    samples[index] = 0.22 * loudness * voice;
  }
  return samples;
}

/** A file for Chromium's `--use-file-for-fake-audio-capture`, which plays it over and over. */
export function writeWav(file: string, pitch: number): void {
  const samples = speak(pitch);
  const bytes = samples.length * 2;
  const wav = Buffer.alloc(44 + bytes);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + bytes, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20); // PCM
  wav.writeUInt16LE(1, 22); // mono
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(bytes, 40);
  samples.forEach((sample, index) => {
    wav.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + index * 2);
  });
  writeFileSync(file, wav);
}
