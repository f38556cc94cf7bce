import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Supervisor } from './supervisor.ts';

let logFolder: string;
let lines: string[];
let heard: (line: string) => void;

beforeEach(() => {
  logFolder = mkdtempSync(path.join(tmpdir(), 'supervisor-'));
  lines = [];
  heard = () => undefined;
});
afterEach(() => rmSync(logFolder, { recursive: true }));

function supervise(patienceMs = 10_000) {
  return new Supervisor({
    logFolder,
    patienceMs,
    onLine(_name, line) {
      lines.push(line);
      heard(line);
    },
  });
}

/** A process that runs a piece of JavaScript. */
function node(name: string, script: string) {
  return { name, command: process.execPath, args: ['-e', script], env: process.env, cwd: logFolder };
}

const lineHeard = () => new Promise<void>((resolve) => (heard = () => resolve()));
const untilStopped = "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.log('up');";

describe('a supervised process', () => {
  it('leaves what it says in its log file', async () => {
    const ended = await supervise().start(node('talker', "console.log('a'); console.error('b')")).ended;
    expect(readFileSync(ended.logFile, 'utf8').trim().split('\n').toSorted()).toEqual(['a', 'b']);
    expect(lines.toSorted()).toEqual(['a', 'b']);
  });

  it('that fails is reported with its last words', async () => {
    const ended = await supervise().start(node('failing', "console.log('oh no'); process.exitCode = 3")).ended;
    expect(ended).toMatchObject({ name: 'failing', outcome: 'exit code 3', lastLines: ['oh no'] });
  });

  it('that cannot be started is reported too', async () => {
    const specification = { ...node('missing', ''), command: '/does/not/exist' };
    expect((await supervise().start(specification).ended).outcome).toContain('ENOENT');
  });

  it('is asked to stop, and may take leave', async () => {
    const supervisor = supervise();
    const heardIt = lineHeard();
    const { ended } = supervisor.start(node('polite', untilStopped));
    await heardIt;
    await supervisor.stopAll();
    expect((await ended).outcome).toBe('exit code 0');
  });

  it('takes what it started along', async () => {
    const supervisor = supervise();
    const heardIt = lineHeard();
    const { ended } = supervisor.start(
      node('parent', "require('node:child_process').spawn('sleep', ['600'], { stdio: 'inherit' }); console.log('up')"),
    );
    await heardIt;
    await supervisor.stopAll();
    await ended; // not before the sleeper, too, has let go of the output
  });

  it('that does not stop when asked is killed', async () => {
    const supervisor = supervise(50);
    const heardIt = lineHeard();
    const { ended } = supervisor.start(
      node('stubborn', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')"),
    );
    await heardIt;
    await supervisor.stopAll();
    expect((await ended).outcome).toBe('killed by SIGKILL');
  });
});
