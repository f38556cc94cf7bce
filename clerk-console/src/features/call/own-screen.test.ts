import { describe, expect, it } from 'vitest';
import { OwnScreen } from './own-screen.ts';

/** A track as far as it matters here: it can be stopped, and ended by the browser. */
class FakeTrack extends EventTarget {
  isStopped = false;
  stop() {
    this.isStopped = true;
  }
}

function setUp(chosen: 'a window' | 'nothing' | 'a failure') {
  const fake = new FakeTrack();
  const track: MediaStreamTrack = Object.assign(Object.create(fake), {
    addEventListener: fake.addEventListener.bind(fake),
    stop: fake.stop.bind(fake),
  });
  const screen = new OwnScreen({
    openScreen: async () => {
      if (chosen === 'a failure') throw new Error('Could not start');
      return chosen === 'nothing' ? null : track;
    },
  });
  return { screen, fake, track, state: () => screen.state.getSnapshot() };
}

describe('the own screen', () => {
  it('is shown until it is stopped here', async () => {
    const { screen, fake, track, state } = setUp('a window');
    await screen.share();
    expect(state().track).toBe(track);
    screen.stop();
    expect(state().track).toBeNull();
    expect(fake.isStopped).toBe(true);
  });

  it('is shown until it is stopped in the browser’s own bar', async () => {
    const { screen, fake, state } = setUp('a window');
    await screen.share();
    fake.dispatchEvent(new Event('ended'));
    expect(state().track).toBeNull();
  });

  it('is no trouble when the person chose none', async () => {
    const { screen, state } = setUp('nothing');
    await screen.share();
    expect(state()).toEqual({ track: null, isAsking: false, hasFailed: false });
  });

  it('says that it failed', async () => {
    const { screen, state } = setUp('a failure');
    await screen.share();
    expect(state()).toEqual({ track: null, isAsking: false, hasFailed: true });
  });
});
