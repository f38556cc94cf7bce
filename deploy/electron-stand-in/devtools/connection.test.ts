import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DevToolsConnection } from './connection.ts';

const loaded = { method: 'Page.loaded', params: z.object({ at: z.int() }) };

const connected = () => {
  const toBrowser = new PassThrough({ encoding: 'utf8' });
  const fromBrowser = new PassThrough();
  const connection = new DevToolsConnection(toBrowser, fromBrowser);
  const answer = (message: object) => fromBrowser.write(`${JSON.stringify(message)}\0`);
  return { connection, toBrowser, fromBrowser, answer };
};

describe('the DevTools connection', () => {
  it('pairs each answer with its command, whatever their order', async () => {
    const { connection, answer } = connected();
    const replies = Promise.all([connection.send('A'), connection.send('B')]);
    answer({ id: 2, result: 'b' });
    answer({ id: 1, result: 'a' });
    expect(await replies).toEqual(['a', 'b']);
  });

  it('ends each command with a zero byte and names its page', () => {
    const { connection, toBrowser } = connected();
    connection.send('A', { x: 1 }, 'page-1').catch(() => undefined);
    expect(toBrowser.read()).toBe('{"id":1,"method":"A","params":{"x":1},"sessionId":"page-1"}\0');
  });

  it("rejects with Chromium's reason", async () => {
    const { connection, answer } = connected();
    const reply = connection.send('A');
    answer({ id: 1, error: { message: 'no such page' } });
    await expect(reply).rejects.toThrow('A: no such page');
  });

  it('puts messages together that arrive in pieces', async () => {
    const { connection, fromBrowser } = connected();
    const reply = connection.send('A');
    fromBrowser.write('{"id":1,"res');
    fromBrowser.write('ult":"whole"}\0');
    expect(await reply).toBe('whole');
  });

  it("tells a page's events from another's", async () => {
    const { connection, answer } = connected();
    const heard: string[] = [];
    connection.on(loaded, ({ at }) => heard.push(`one ${at}`), 'page-1');
    connection.on(loaded, ({ at }) => heard.push(`two ${at}`), 'page-2');
    const reply = connection.send('A');
    answer({ method: 'Page.loaded', params: { at: 7 }, sessionId: 'page-2' });
    answer({ id: 1, result: null });
    await reply;
    expect(heard).toEqual(['two 7']);
  });

  it('rejects what is still open when Chromium goes', async () => {
    const { connection, fromBrowser } = connected();
    const reply = connection.send('A');
    fromBrowser.destroy();
    await expect(reply).rejects.toThrow('Chromium is gone');
  });
});
