import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { expect, it } from 'vitest';
import { ServerClock } from './server-clock.ts';

it('moves the server’s instants to a clock that is a minute slow', () => {
  const clock = new ServerClock(() => 1_000_000);
  clock.learn(instantFrom(1_060_000));
  expect(clock.toLocal(instantFrom(1_050_000))).toBe(instantFrom(990_000));
});

it('knows what time it is at the server', () => {
  const clock = new ServerClock(() => 1_000_000);
  clock.learn(instantFrom(1_060_000));
  expect(clock.now()).toBe(instantFrom(1_060_000));
});
