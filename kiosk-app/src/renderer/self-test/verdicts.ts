import type { SelfTest, SelfTestVerdict } from '@remote-clerk/shared/contracts/self-test.ts';
import type { SelfTestFindings } from '../kiosk/kiosk-server.ts';

export type Part = keyof SelfTestFindings;
/** What was measured of each part. */
export type Measured = {
  /** Frames per second, null when the camera could not be opened. */
  camera: number | null;
  /** Loudest level heard, 0–1; null when the microphone could not be opened, 'not-run' when nothing may be listened to. */
  microphone: number | null | 'not-run';
  /** How far the tone rose above the room, 0–1; null when it could not be played or listened for. */
  speaker: number | null;
  /** null when it could not be opened; 'none' where the kiosk has no such camera. */
  documentCamera: number | null | 'none';
  /** null when no media came back; 'not-run' when the server could not be asked. */
  network: { roundTripMs: number | null; packetLossPercent: number | null } | null | 'not-run';
};

/**
 * What is well, and what still works. Sign language needs 20 frames a second; below 10 a face is a row of stills. A live
 * microphone is never wholly silent, not even in an empty room: what hears exactly nothing is muted or broken. A tone that is
 * not heard is worth a look, no more: a headset or a busy room swallows it, too.
 */
const thresholds = {
  camera: { well: 20, poor: 10 },
  documentCamera: { well: 5, poor: 1 },
  microphone: { well: 0.01, poor: 0.000_1 },
  speaker: { well: 0.1, poor: 0 },
  roundTripMs: { well: 200, poor: 400 },
  packetLossPercent: { well: 1, poor: 4 },
} as const;

type Bounds = { readonly well: number; readonly poor: number };
const atLeast = (value: number, { well, poor }: Bounds): SelfTestVerdict =>
  value >= well ? 'well' : value >= poor ? 'poor' : 'failed';
const atMost = (value: number, { well, poor }: Bounds): SelfTestVerdict =>
  value <= well ? 'well' : value <= poor ? 'poor' : 'failed';

const severity: readonly SelfTestVerdict[] = ['not-run', 'well', 'poor', 'failed'];
const worst = (...verdicts: SelfTestVerdict[]): SelfTestVerdict =>
  severity[Math.max(...verdicts.map((verdict) => severity.indexOf(verdict)))] ?? 'failed';

/** What a kiosk's measures mean. Pure. */
export function judge(measured: Measured): SelfTestFindings {
  const { camera, microphone, speaker, documentCamera, network } = measured;
  const framesPerSecond = documentCamera === 'none' ? null : documentCamera;
  return {
    camera: { verdict: camera === null ? 'failed' : atLeast(camera, thresholds.camera), framesPerSecond: camera },
    microphone:
      microphone === 'not-run'
        ? { verdict: 'not-run', level: null }
        : {
            verdict: microphone === null ? 'failed' : atLeast(microphone, thresholds.microphone),
            level: microphone,
          },
    speaker: { verdict: speaker === null ? 'not-run' : atLeast(speaker, thresholds.speaker), level: speaker },
    documentCamera: {
      verdict:
        documentCamera === 'none'
          ? 'not-run'
          : framesPerSecond === null
            ? 'failed'
            : atLeast(framesPerSecond, thresholds.documentCamera),
      framesPerSecond,
    },
    network: judgeNetwork(network),
  };
}

function judgeNetwork(network: Measured['network']): SelfTest['network'] {
  if (network === 'not-run') return { verdict: 'not-run', roundTripMs: null, packetLossPercent: null };
  if (network === null) return { verdict: 'failed', roundTripMs: null, packetLossPercent: null };
  const { roundTripMs, packetLossPercent } = network;
  const verdict = worst(
    roundTripMs === null ? 'not-run' : atMost(roundTripMs, thresholds.roundTripMs),
    packetLossPercent === null ? 'not-run' : atMost(packetLossPercent, thresholds.packetLossPercent),
  );
  return { verdict, roundTripMs, packetLossPercent };
}

const parts: readonly Part[] = ['camera', 'microphone', 'speaker', 'documentCamera', 'network'];

/** What staff should look at. */
export const failedParts = (found: SelfTestFindings): Part[] =>
  parts.filter((part) => found[part].verdict === 'failed');
