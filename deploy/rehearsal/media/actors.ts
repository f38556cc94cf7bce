import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Person } from './person.ts';
import { writeWav } from './wav.ts';
import { writeY4m } from './y4m.ts';

/** Who stands before a camera in the rehearsal: so different that each end can tell whom it receives. */
export type Actor = { name: string; person: Person /** Hertz. */; pitch: number };

export const citizen: Actor = {
  name: 'citizen',
  person: { wall: [120, 165, 130], clothes: [150, 60, 60], hair: [205, 205, 200], skin: [226, 190, 165] },
  pitch: 200,
};
export const specialist: Actor = {
  name: 'specialist',
  person: { wall: [110, 140, 190], clothes: [40, 50, 75], hair: [90, 60, 40], skin: [240, 208, 185] },
  pitch: 330,
};

const folder = path.join(tmpdir(), 'remote-clerk-rehearsal-media');

/** Chromium's switches for an actor's camera and microphone. The files are made once per machine and version. */
export function fakeMediaSwitches({ name, person, pitch }: Actor): string[] {
  const sources = ['person.ts', 'y4m.ts', 'wav.ts', 'actors.ts'].map((file) =>
    readFileSync(path.join(import.meta.dirname, file)),
  );
  const version = createHash('sha256').update(Buffer.concat(sources)).digest('hex').slice(0, 12);
  const file = (extension: string) => path.join(folder, `${name}-${version}.${extension}`);
  mkdirSync(folder, { recursive: true });
  make(file('y4m'), (unfinished) => writeY4m(unfinished, person));
  make(file('wav'), (unfinished) => writeWav(unfinished, pitch));
  return [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file('y4m')}`,
    `--use-file-for-fake-audio-capture=${file('wav')}`,
  ];
}

/** Two rehearsals at once must not read half a file. */
function make(file: string, write: (unfinished: string) => void): void {
  if (existsSync(file)) return;
  const unfinished = `${file}.${process.pid}`;
  write(unfinished);
  renameSync(unfinished, file);
}
