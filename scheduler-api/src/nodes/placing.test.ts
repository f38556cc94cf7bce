import { NodeBootId, NodeId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import type { MediaNode } from './nodes-repository.ts';
import { chooseNode, isLate, stateOf } from './placing.ts';

const now = Instant.parse('2027-03-01T09:00:00.000Z');
function node(id: string, load: Partial<MediaNode['load']> = {}, heardSecondsAgo = 0): MediaNode {
  return {
    id: NodeId.parse(id),
    bootId: NodeBootId.parse('00000000-0000-4000-8000-000000000001'),
    url: `http://${id}.example`,
    load: { workers: 2, rooms: 0, peers: 0, busiestWorker: 0.5, idlestWorker: 0, draining: false, ...load },
    rooms: [],
    lastSeenAt: addMilliseconds(now, -heardSecondsAgo * 1000),
  };
}
const chosen = (...nodes: MediaNode[]) => chooseNode(nodes, now)?.id;

describe('a room', () => {
  it('goes to the node whose idlest worker has the least to do, whatever its busiest does', () => {
    expect(chosen(node('a', { idlestWorker: 0.4 }), node('b', { idlestWorker: 0.1, busiestWorker: 1 }))).toBe('b');
  });

  it('goes to the one with the fewest rooms for each worker where a difference in load says nothing', () => {
    expect(
      chosen(
        node('a', { rooms: 6, workers: 2, idlestWorker: 0.11 }),
        node('b', { rooms: 8, workers: 4, idlestWorker: 0.12 }),
      ),
    ).toBe('b');
  });

  it('goes to a node that is full only where there is no other', () => {
    const full = node('a', { idlestWorker: 0.9, rooms: 0 });
    expect(chosen(full, node('b', { idlestWorker: 0.85, rooms: 100 }))).toBe('b');
    expect(chosen(full)).toBe('a');
  });

  it('goes to a node that has just missed a heartbeat only where there is no other', () => {
    const late = node('a', {}, 4);
    expect(chosen(late, node('b', { idlestWorker: 0.95 }))).toBe('b');
    expect(chosen(late)).toBe('a');
  });

  it('never goes to a node that drains, is silent or has no worker', () => {
    expect(chosen(node('a', { draining: true }), node('b', {}, 6), node('c', { workers: 0 }))).toBeUndefined();
  });
});

describe('a node', () => {
  it('is silent when it has missed three heartbeats, and late from the first', () => {
    expect(stateOf(node('a', {}, 5.9), now)).toBe('serving');
    expect(stateOf(node('a', { draining: true }, 5.9), now)).toBe('draining');
    expect(stateOf(node('a', { draining: true }, 6), now)).toBe('silent');
    expect([2.9, 3].map((seconds) => isLate(node('a', {}, seconds), now))).toEqual([false, true]);
  });
});
