import { describe, expect, it } from 'vitest';
import { type Counters, countersOf, qualityBetween } from './quality-figures.ts';

const pair = (seconds: number) => ({
  type: 'candidate-pair',
  nominated: true,
  timestamp: 1_000,
  currentRoundTripTime: seconds,
});
const video = {
  type: 'inbound-rtp',
  kind: 'video',
  mid: '1',
  timestamp: 1_000,
  packetsReceived: 100,
  packetsLost: 1,
  framesDecoded: 30,
  freezeCount: 2,
  jitter: 0.004,
};
const audio = { type: 'inbound-rtp', kind: 'audio', mid: '0', packetsReceived: 50, packetsLost: 0, jitter: 0.009 };

const counters = (more: Partial<Counters>): Counters => ({
  atMs: 0,
  packetsReceived: 0,
  packetsLost: 0,
  packetsSent: 0,
  reportsReceived: 0,
  checksAnswered: 0,
  samples: null,
  concealedSamples: null,
  framesDecoded: 0,
  freezes: 0,
  roundTripMs: 30,
  jitterMs: 4,
  ...more,
});

describe('the counters of a connection', () => {
  it('are read from the reports of both transports: sums of what is counted, the worst of what is measured', () => {
    expect(countersOf([pair(0.02), video, audio], [pair(0.05)])).toEqual({
      atMs: 1_000,
      packetsReceived: 150,
      packetsLost: 1,
      packetsSent: 0,
      reportsReceived: 0,
      checksAnswered: 0,
      samples: 0,
      concealedSamples: 0,
      framesDecoded: 30,
      freezes: 2,
      roundTripMs: 50,
      jitterMs: 9,
    });
  });

  it('leave out mediasoup’s probing for bandwidth', () => {
    const probator = { ...video, mid: 'probator', packetsReceived: 5, packetsLost: 500 };
    expect(countersOf([video, probator], [])).toMatchObject({ packetsReceived: 100, packetsLost: 1 });
  });

  it('have no frames where there is no camera, and nothing measured where there is no connection', () => {
    expect(countersOf([audio], [])).toMatchObject({ framesDecoded: null, freezes: null, roundTripMs: null });
  });
});

describe('the quality between two moments', () => {
  it('is of that time alone', () => {
    const before = counters({ atMs: 10_000, packetsReceived: 1_000, packetsLost: 100, framesDecoded: 300, freezes: 1 });
    const after = counters({ atMs: 12_000, packetsReceived: 1_190, packetsLost: 110, framesDecoded: 350, freezes: 1 });
    expect(qualityBetween(before, after)).toEqual({
      roundTripMs: 30,
      packetLossPercent: 5,
      jitterMs: 4,
      framesPerSecond: 25,
      freezes: 0,
      concealmentPercent: null,
      seconds: 2,
    });
  });

  it('is never negative when a counter begins anew, as after a new picture source', () => {
    const before = counters({ atMs: 1_000, packetsReceived: 500, packetsLost: 9, framesDecoded: 90, freezes: 3 });
    const after = counters({ atMs: 2_000, packetsReceived: 20, packetsLost: 0, framesDecoded: 5, freezes: 0 });
    expect(qualityBetween(before, after)).toMatchObject({
      packetLossPercent: null,
      framesPerSecond: 0,
      freezes: 0,
      seconds: 1,
    });
  });

  it('says nothing of loss and frames where there were none', () => {
    const still = counters({ framesDecoded: null, freezes: null });
    expect(qualityBetween(still, still)).toMatchObject({
      packetLossPercent: null,
      framesPerSecond: null,
      freezes: null,
      seconds: 0,
    });
  });
});
