import { describe, expect, it } from 'vitest';
import { type PeerLink, PeerWire } from './peer-wire.ts';

/** A socket that remembers what it carried, as the numbers that `say` gives. */
function aLink() {
  const heard: boolean[] = [];
  const link: PeerLink & { heard: boolean[]; hungUp: boolean } = {
    heard,
    hungUp: false,
    notify: (_name, payload) => void heard.push('held' in payload && payload.held),
    disconnect: () => {
      link.hungUp = true;
    },
  };
  return link;
}

function aWire() {
  const first = aLink();
  let overflows = 0;
  const wire = new PeerWire(first, () => {
    overflows += 1;
  });
  const say = (...flags: boolean[]) => {
    for (const held of flags) wire.notify('room.held', { held });
  };
  return { wire, first, say, overflows: () => overflows };
}

describe('the signalling of a peer', () => {
  it('says what was missed to the next socket, in order, and then goes on', () => {
    const { wire, first, say } = aWire();
    say(true);
    expect(wire.detach(first)).toBe(true);
    say(false, true);
    const second = aLink();
    wire.attach(second);
    say(false);
    expect(first.heard).toEqual([true]);
    expect(second.heard).toEqual([false, true, false]);
  });

  it('says again what a dead socket swallowed, to a peer that knows how much it has heard', () => {
    const { wire, first, say } = aWire();
    say(true, true, false);
    const second = aLink();
    wire.attach(second, 1);
    expect(second.heard).toEqual([true, false]);
    expect(first.hungUp).toBe(true);
    expect(wire.detach(first)).toBe(false);
    expect(wire.isAttached).toBe(true);
  });

  it('says nothing twice when nothing was missed', () => {
    const { wire, first, say } = aWire();
    say(true, false);
    wire.detach(first);
    const second = aLink();
    wire.attach(second, 2);
    wire.detach(second);
    wire.attach(second);
    expect(second.heard).toEqual([]);
  });

  it('cannot go further back than it remembers, nor into the future', () => {
    const { wire, first, say } = aWire();
    say(...Array.from({ length: 250 }, () => true));
    expect(wire.canSayAfter(49)).toBe(false);
    expect(wire.canSayAfter(50)).toBe(true);
    expect(wire.canSayAfter(251)).toBe(false);
    wire.detach(first);
    expect(wire.canSayAfter()).toBe(true);
  });

  it('overflows when more waits than is kept', () => {
    const { wire, first, say, overflows } = aWire();
    say(true);
    wire.detach(first);
    say(...Array.from({ length: 200 }, () => true));
    expect(overflows()).toBe(0);
    expect(wire.canSayAfter()).toBe(true);
    say(true);
    expect(overflows()).toBe(1);
    expect(wire.canSayAfter()).toBe(false);
  });
});
