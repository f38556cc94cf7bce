import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { waitUntilReady } from './readiness.ts';

const alive = { ended: new Promise<never>(() => undefined) };
let server: Server | undefined;

afterEach(() => server?.close());

function listen(answer: () => number): Promise<string> {
  const started = createServer((_request, response) => response.writeHead(answer()).end());
  server = started;
  return new Promise((resolve) => {
    started.listen(0, '127.0.0.1', () => {
      const address = started.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });
}

describe('waiting until a server is ready', () => {
  it('asks again until it says yes', async () => {
    const answers = [503, 503, 200];
    const url = await listen(() => answers.shift() ?? 200);
    await waitUntilReady(url, alive, 10_000);
    expect(answers).toEqual([]);
  });

  it('ends at once when its process does', async () => {
    const url = await listen(() => 503);
    const ended = Promise.resolve({ name: 'api', outcome: 'exit code 1', lastLines: [], logFile: 'api.log' });
    await expect(waitUntilReady(url, { ended }, 10_000)).rejects.toThrow('api ended (exit code 1)');
  });

  it('gives up after a while', async () => {
    const url = await listen(() => 503);
    await expect(waitUntilReady(url, alive, 50)).rejects.toThrow('is not ready after 0.05 s');
  });
});
