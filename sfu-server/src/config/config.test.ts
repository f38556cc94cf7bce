import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { originsOf, readConfig } from './config.ts';

function aSecretFile(content = 'thirty-two characters, if not more'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'sfu-config-')), 'secret');
  writeFileSync(file, `${content}\n`);
  return file;
}

const problemsOf = (env: Record<string, string>) => {
  const read = readConfig({ NODE_SECRET_FILE: aSecretFile(), ...env });
  return read.ok ? [] : read.problems;
};

describe('the configuration', () => {
  it('needs nothing but the secret', () => {
    const read = readConfig({ NODE_SECRET_FILE: aSecretFile(), SFU_PORT: '' });
    expect(read.ok && read.config).toMatchObject({
      nodeId: 'sfu-1',
      host: '127.0.0.1',
      port: 4001,
      mediaPort: 44_000,
      announcedAddress: '127.0.0.1',
      listenAddress: '127.0.0.1',
      drainSeconds: 0,
      nodeSecret: 'thirty-two characters, if not more',
    });
  });

  it('listens to all for those who reach it by another address, unless told where', () => {
    const listensOn = (env: Record<string, string>) => {
      const read = readConfig({ NODE_SECRET_FILE: aSecretFile(), ...env });
      return read.ok && read.config.listenAddress;
    };
    expect(listensOn({ SFU_ANNOUNCED_ADDRESS: '198.51.100.7' })).toBe('0.0.0.0');
    expect(listensOn({ SFU_ANNOUNCED_ADDRESS: '127.0.0.2' })).toBe('127.0.0.2');
    expect(listensOn({ SFU_ANNOUNCED_ADDRESS: '127.0.0.2', SFU_LISTEN_ADDRESS: '127.0.0.1' })).toBe('127.0.0.1');
    expect(problemsOf({ SFU_LISTEN_ADDRESS: 'everywhere' })[0]).toMatch(/^SFU_LISTEN_ADDRESS: /);
  });

  it('names every variable that is wrong, one line each', () => {
    const problems = problemsOf({
      SFU_PORT: '70000',
      SFU_NODE_ID: 'Not a name',
      SFU_API_URL: 'ftp://x',
      SFU_WORKERS: '0',
    });
    expect(problems.map((line) => line.split(':')[0]).sort()).toEqual([
      'SFU_API_URL',
      'SFU_NODE_ID',
      'SFU_PORT',
      'SFU_WORKERS',
    ]);
  });

  it('says that a secret cannot be read or is too short, and never what it is', () => {
    expect(problemsOf({ NODE_SECRET_FILE: '/nowhere/secret' })).toEqual([
      'NODE_SECRET_FILE: cannot read /nowhere/secret (ENOENT)',
    ]);
    const [problem = ''] = problemsOf({ NODE_SECRET_FILE: aSecretFile('hunter2') });
    expect(problem).toMatch(/^NODE_SECRET_FILE: .*32 characters/);
    expect(problem).not.toContain('hunter2');
  });
});

describe('allowed origins', () => {
  it('are the public one alone', () => {
    expect([...originsOf('https://clerk.example.lv/console/')]).toEqual(['https://clerk.example.lv']);
  });

  it('are all names of this machine when it is a loopback', () => {
    expect([...originsOf('http://localhost:4000')].sort()).toEqual([
      'http://127.0.0.1:4000',
      'http://[::1]:4000',
      'http://localhost:4000',
    ]);
  });
});
