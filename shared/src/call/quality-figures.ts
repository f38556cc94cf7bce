import type { CallQuality } from '../contracts/quality.ts';

/** What a connection has counted up to a moment; all of it only grows, but for the two that are as measured last. */
export type Counters = {
  atMs: number;
  packetsReceived: number;
  packetsLost: number;
  packetsSent: number;
  /** Reports that came back of what is sent. */
  reportsReceived: number;
  /** Answers to the checks of the paths in use. */
  checksAnswered: number;
  /** Of sound: samples played, and of them made up. */
  samples: number | null;
  concealedSamples: number | null;
  framesDecoded: number | null;
  freezes: number | null;
  roundTripMs: number | null;
  jitterMs: number | null;
};

const numberOf = (entry: Record<string, unknown>, name: string): number | null => {
  const value = entry[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

const isEntry = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const milliseconds = (seconds: number | null) => (seconds === null ? null : seconds * 1_000);
const worst = (values: Array<number | null>) => {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? Math.max(...known) : null;
};
const sum = (values: Array<number | null>) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** An RTCStatsReport, or anything in its shape. */
export type StatsEntries = { forEach: (each: (entry: unknown) => void) => void };

const ofType = (type: string) => (entry: Record<string, unknown>) => entry.type === type;

/** Reads what W3C's webrtc-stats names out of the reports of a call's two transports. */
export function countersOf(receive: StatsEntries, send: StatsEntries): Counters {
  const entries: Array<Record<string, unknown>> = [];
  for (const report of [receive, send])
    report.forEach((entry) => {
      if (isEntry(entry)) entries.push(entry);
    });
  // mediasoup probes for bandwidth with packets whose numbers have gaps; they are not media.
  const inbound = entries.filter((entry) => entry.type === 'inbound-rtp' && entry.mid !== 'probator');
  const video = inbound.filter((entry) => entry.kind === 'video');
  const audio = inbound.filter((entry) => entry.kind === 'audio');
  const pairs = entries.filter((entry) => entry.type === 'candidate-pair' && entry.nominated === true);
  return {
    atMs: worst(entries.map((entry) => numberOf(entry, 'timestamp'))) ?? 0,
    packetsReceived: sum(inbound.map((entry) => numberOf(entry, 'packetsReceived'))),
    packetsLost: sum(inbound.map((entry) => numberOf(entry, 'packetsLost'))),
    packetsSent: sum(entries.filter(ofType('outbound-rtp')).map((entry) => numberOf(entry, 'packetsSent'))),
    reportsReceived: sum(
      entries.filter(ofType('remote-inbound-rtp')).map((entry) => numberOf(entry, 'roundTripTimeMeasurements')),
    ),
    checksAnswered: sum(pairs.map((entry) => numberOf(entry, 'responsesReceived'))),
    samples: audio.length > 0 ? sum(audio.map((entry) => numberOf(entry, 'totalSamplesReceived'))) : null,
    concealedSamples: audio.length > 0 ? sum(audio.map((entry) => numberOf(entry, 'concealedSamples'))) : null,
    framesDecoded: video.length > 0 ? sum(video.map((entry) => numberOf(entry, 'framesDecoded'))) : null,
    freezes: video.length > 0 ? sum(video.map((entry) => numberOf(entry, 'freezeCount'))) : null,
    roundTripMs: milliseconds(worst(pairs.map((entry) => numberOf(entry, 'currentRoundTripTime')))),
    jitterMs: milliseconds(worst(inbound.map((entry) => numberOf(entry, 'jitter')))),
  };
}

/** What the counters say of the time between two moments. Counters that began anew count as nothing. */
export function qualityBetween(from: Counters, to: Counters): CallQuality {
  const seconds = Math.max(0, (to.atMs - from.atMs) / 1_000);
  const grown = (start: number | null, end: number | null) =>
    end === null ? null : Math.max(0, end - Math.min(start ?? 0, end));
  const lost = grown(from.packetsLost, to.packetsLost) ?? 0;
  const received = grown(from.packetsReceived, to.packetsReceived) ?? 0;
  const samples = grown(from.samples, to.samples);
  const frames = grown(from.framesDecoded, to.framesDecoded);
  return {
    roundTripMs: to.roundTripMs,
    packetLossPercent: received + lost > 0 ? (100 * lost) / (received + lost) : null,
    jitterMs: to.jitterMs,
    framesPerSecond: frames !== null && seconds > 0 ? frames / seconds : null,
    freezes: grown(from.freezes, to.freezes),
    concealmentPercent: samples
      ? Math.min(100, (100 * (grown(from.concealedSamples, to.concealedSamples) ?? 0)) / samples)
      : null,
    seconds,
  };
}
