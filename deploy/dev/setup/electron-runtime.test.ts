import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeElectronRuntime, findElectronRuntime } from './electron-runtime.mjs';
import { root } from './paths.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'electron-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function putElectron(exitCode: number) {
  writeFileSync(path.join(folder, 'version'), '45.4.1');
  writeFileSync(path.join(folder, 'electron'), `#!/bin/sh\nexit ${exitCode}\n`, { mode: 0o755 });
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
}

describe.runIf(process.platform === 'linux')('the kiosk app', () => {
  it('runs on Electron where it starts', () => {
    putElectron(0);
    expect(findElectronRuntime()).toEqual({ kind: 'electron', distPath: folder, version: '45.4.1' });
  });

  it('does not run on an Electron whose libraries are missing', () => {
    putElectron(127);
    expect(findElectronRuntime().distPath).not.toBe(folder);
  });

  it('is not taken to run on Electron because the stand-in is named in its place', () => {
    const standIn = path.join(root, 'deploy/electron-stand-in');
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', standIn);
    expect(findElectronRuntime()).not.toMatchObject({ kind: 'electron', distPath: standIn });
  });

  it('says plainly when it runs on the stand-in', () => {
    expect(describeElectronRuntime({ kind: 'stand-in', distPath: folder, version: '45.4.1' })).toContain('stand-in');
  });
});
