import { describe, expect, it } from 'vitest';
import { Lane, nextTry, perfect } from './lane.ts';

const laneWith = (conditions: Partial<typeof perfect>, random: () => number = () => 0.5) => {
  const lane = new Lane(random);
  lane.conditions = { ...perfect, ...conditions };
  return lane;
};

describe('a lane', () => {
  it('that is perfect delivers at once', () => {
    const lane = laneWith({});
    expect(lane.datagramDue(1_200, 10)).toBe(10);
    expect(lane.segmentDue(1_200, 10)).toBe(10);
  });

  it('that is cut loses every datagram', () => {
    const lane = laneWith({});
    lane.isCut = true;
    expect(lane.datagramDue(100, 0)).toBeNull();
  });

  it('delays, and spreads what it delays', () => {
    expect(laneWith({ delayMs: 50, jitterMs: 20 }, () => 0.25).datagramDue(100, 1_000)).toBe(1_055);
  });

  it('loses the share that it is told to', () => {
    let turn = 0;
    const lane = laneWith({ lossShare: 0.3 }, () => (turn++ % 10) / 10);
    const arrived = Array.from({ length: 100 }, () => lane.datagramDue(100, 0)).filter((due) => due !== null);
    expect(arrived).toHaveLength(70);
  });

  it('loses nothing of a stream: what is lost comes later', () => {
    expect(laneWith({ lossShare: 0.5, delayMs: 50 }, () => 0.1).segmentDue(100, 0)).toBe(350);
    expect(laneWith({ lossShare: 0.5, delayMs: 50 }, () => 0.9).segmentDue(100, 0)).toBe(50);
  });

  it('sends one after the other where it is slow, and throws away what would wait too long', () => {
    const lane = laneWith({ kilobitsPerSecond: 8 });
    const dues = Array.from({ length: 5 }, () => lane.datagramDue(250, 0));
    expect(dues).toEqual([250, 500, 750, null, null]);
    expect(lane.datagramDue(250, 600)).toBe(1_000);
  });
});

describe('what TCP holds back while a line is cut', () => {
  it('is tried again after pauses that double', () => {
    expect(nextTry(0, 100, 200)).toBe(200);
    expect(nextTry(0, 201, 200)).toBe(600);
    expect(nextTry(0, 2_000, 200)).toBe(3_000);
    expect(nextTry(5_000, 7_000, 1_000)).toBe(8_000);
  });
});
