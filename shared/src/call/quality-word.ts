import type { CallQuality } from '../contracts/quality.ts';

export type QualityWord = 'excellent' | 'good' | 'poor' | 'lost';
type Measures = Pick<CallQuality, 'roundTripMs' | 'packetLossPercent' | 'jitterMs'>;

/** The worst that each word still bears; what people notice in conversation, after ITU-T G.114 and common practice. */
const bearable = {
  excellent: { roundTripMs: 200, packetLossPercent: 1, jitterMs: 30 },
  good: { roundTripMs: 400, packetLossPercent: 4, jitterMs: 60 },
} as const satisfies Record<string, Record<keyof Measures, number>>;

/** Seconds without a single packet after which the connection counts as lost. */
const silenceSeconds = 4;

/** @param silentSeconds since the last packet came @returns null while nothing was measured */
export function qualityWord(measures: Measures, silentSeconds: number): QualityWord | null {
  if (silentSeconds >= silenceSeconds) return 'lost';
  const { roundTripMs, packetLossPercent, jitterMs } = measures;
  if (roundTripMs === null && packetLossPercent === null && jitterMs === null) return null;
  const within = (limits: Record<keyof Measures, number>) =>
    (roundTripMs ?? 0) <= limits.roundTripMs &&
    (packetLossPercent ?? 0) <= limits.packetLossPercent &&
    (jitterMs ?? 0) <= limits.jitterMs;
  if (within(bearable.excellent)) return 'excellent';
  return within(bearable.good) ? 'good' : 'poor';
}
