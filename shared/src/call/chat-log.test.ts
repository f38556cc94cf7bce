import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ChatMessage } from '../contracts/chat.ts';
import { ChatMessageId } from '../domain/ids.ts';
import { ProblemError } from '../domain/problems.ts';
import { instantFrom } from '../domain/time.ts';
import { ChatLog } from './chat-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = () => vi.advanceTimersByTimeAsync(0);

/** A server that keeps lines as the real one does, and can be away, lose its answers or refuse. */
function scene(said: string[] = []) {
  const kept: ChatMessage[] = [];
  const keys = new Map<string, ChatMessage>();
  const server = { away: false, answersGetLost: false, refusal: null as ProblemError | null };
  const tried: { text: string; key: string }[] = [];
  const told = new Set<(news: { latest: number }) => void>();
  const back = new Set<() => void>();
  const say = (text: string): ChatMessage => {
    const line: ChatMessage = {
      id: ChatMessageId.parse(crypto.randomUUID()),
      sequence: kept.length + 1,
      at: instantFrom(0),
      from: 'citizen',
      name: 'Ogre',
      text,
    };
    kept.push(line);
    return line;
  };
  said.forEach(say);
  const listen =
    <Listener>(listeners: Set<Listener>) =>
    (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
  const list = vi.fn(async (after: number) => {
    if (server.away) throw new ProblemError('unavailable');
    return kept.filter(({ sequence }) => sequence > after);
  });
  const log = new ChatLog({
    list,
    async write(text, key) {
      tried.push({ text, key });
      if (server.away) throw new ProblemError('unavailable');
      if (server.refusal) throw server.refusal;
      const line = keys.get(key) ?? say(text);
      keys.set(key, line);
      if (server.answersGetLost) throw new TypeError('the connection went');
      return line;
    },
    subscribeNews: listen(told),
    onReconnected: listen(back),
  });
  return {
    server,
    tried,
    kept,
    say,
    list,
    log,
    texts: () => log.getSnapshot().lines.map(({ text }) => text),
    onItsWay: () => log.getSnapshot().sending.map(({ text, state }) => `${text}: ${state}`),
    news: (latest = kept.length) => told.forEach((listener) => void listener({ latest })),
    reconnect: () => back.forEach((listener) => void listener()),
  };
}

it('reads what is there, and what is told of later', async () => {
  const { say, texts, news } = scene(['Labdien']);
  await settle();
  expect(texts()).toEqual(['Labdien']);
  say('Vai mani dzird?');
  news();
  await settle();
  expect(texts()).toEqual(['Labdien', 'Vai mani dzird?']);
});

it('reads nothing for news of what it has', async () => {
  const { list, news } = scene(['Labdien']);
  await settle();
  news();
  await settle();
  expect(list).toHaveBeenCalledTimes(1);
});

it('shows a written line at once as on its way, and then among the others', async () => {
  const { log, texts, onItsWay } = scene();
  await settle();
  log.write(' Labdien ');
  expect(onItsWay()).toEqual(['Labdien: sending']);
  await settle();
  expect(onItsWay()).toEqual([]);
  expect(texts()).toEqual(['Labdien']);
});

it('does not send nothing', async () => {
  const { log, tried } = scene();
  log.write('  ');
  await settle();
  expect(tried).toEqual([]);
});

it('reads the lines that came between what it has and what it wrote', async () => {
  const { log, say, texts } = scene();
  await settle();
  say('one');
  say('two');
  log.write('three');
  await settle();
  expect(texts()).toEqual(['one', 'two', 'three']);
});

it('keeps lines in order while the server is away, with growing pauses, and sends them when it is back', async () => {
  const { server, log, tried, texts, onItsWay } = scene();
  await settle();
  server.away = true;
  log.write('one');
  log.write('two');
  await settle();
  expect(onItsWay()).toEqual(['one: waiting', 'two: waiting']);
  await vi.advanceTimersByTimeAsync(500 + 1_000 + 2_000);
  expect(tried.map(({ text }) => text)).toEqual(['one', 'one', 'one', 'one']);
  server.away = false;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(texts()).toEqual(['one', 'two']);
  expect(onItsWay()).toEqual([]);
});

it('writes a line once however often its answer gets lost', async () => {
  const { server, log, tried, texts, kept, onItsWay } = scene();
  await settle();
  server.answersGetLost = true;
  log.write('once');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(tried.length).toBeGreaterThan(3);
  expect(new Set(tried.map(({ key }) => key)).size).toBe(1);
  server.answersGetLost = false;
  await vi.advanceTimersByTimeAsync(8_000);
  expect(kept).toHaveLength(1);
  expect(texts()).toEqual(['once']);
  expect(onItsWay()).toEqual([]);
});

it('does not wait any longer once the socket is there again', async () => {
  const { server, log, texts, say, reconnect } = scene();
  await settle();
  server.away = true;
  log.write('two');
  await vi.advanceTimersByTimeAsync(20_000);
  server.away = false;
  say('one');
  reconnect();
  await settle();
  expect(texts()).toEqual(['one', 'two']);
});

it('keeps the text of a refused line so that it can be sent again, and goes on with the next', async () => {
  const { server, log, texts, onItsWay } = scene();
  await settle();
  server.refusal = new ProblemError('illegal-transition');
  log.write('too late');
  await settle();
  expect(onItsWay()).toEqual(['too late: failed']);
  server.refusal = null;
  log.write('next');
  await settle();
  expect(texts()).toEqual(['next']);
  expect(onItsWay()).toEqual(['too late: failed']);
  const [refused] = log.getSnapshot().sending;
  log.sendAgain(refused?.key ?? '');
  await settle();
  expect(texts()).toEqual(['next', 'too late']);
  expect(onItsWay()).toEqual([]);
});

it('forgets a refused line that is thrown away', async () => {
  const { server, log, onItsWay } = scene();
  server.refusal = new ProblemError('invalid-request');
  log.write('no');
  await settle();
  log.discard(log.getSnapshot().sending[0]?.key ?? '');
  expect(onItsWay()).toEqual([]);
});

it('reads again until the server answers', async () => {
  const { server, say, news, texts } = scene();
  await settle();
  server.away = true;
  say('Labdien');
  news();
  await vi.advanceTimersByTimeAsync(1_000);
  server.away = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(texts()).toEqual(['Labdien']);
});

it('does nothing any more once it is closed', async () => {
  const { server, log, tried, list, news } = scene();
  await settle();
  server.away = true;
  log.write('one');
  await settle();
  log.close();
  news(7);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tried).toHaveLength(1);
  expect(list).toHaveBeenCalledTimes(1);
});
