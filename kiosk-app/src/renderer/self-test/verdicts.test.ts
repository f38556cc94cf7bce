import { describe, expect, it } from 'vitest';
import { failedParts, judge, type Measured } from './verdicts.ts';

const good: Measured = {
  camera: 30,
  microphone: 0.2,
  speaker: 0.5,
  documentCamera: 10,
  network: { roundTripMs: 40, packetLossPercent: 0 },
};
const verdicts = (more: Partial<Measured> = {}) =>
  Object.entries(judge({ ...good, ...more })).map(([part, { verdict }]) => `${part} ${verdict}`);

describe('a self-test', () => {
  it('of a kiosk that is well finds no fault', () => {
    expect(new Set(verdicts().map((each) => each.split(' ')[1]))).toEqual(new Set(['well']));
    expect(failedParts(judge(good))).toEqual([]);
  });

  it('fails what could not be opened, and does not fail a camera that the kiosk never had', () => {
    expect(verdicts({ camera: null, microphone: null, documentCamera: 'none' })).toEqual([
      'camera failed',
      'microphone failed',
      'speaker well',
      'documentCamera not-run',
      'network well',
    ]);
  });

  it.each([
    [20, 'well'],
    [19, 'poor'],
    [10, 'poor'],
    [9, 'failed'],
    [0, 'failed'],
  ])('calls %d frames a second %s', (camera, verdict) => {
    expect(judge({ ...good, camera }).camera).toEqual({ verdict, framesPerSecond: camera });
  });

  it('fails a microphone that hears exactly nothing', () => {
    expect(judge({ ...good, microphone: 0 }).microphone.verdict).toBe('failed');
  });

  it('finds a tone that was not heard worth a look, no more', () => {
    expect(judge({ ...good, speaker: 0 }).speaker.verdict).toBe('poor');
  });

  it('leaves the microphone open when the browser may not listen yet', () => {
    expect(judge({ ...good, microphone: 'not-run' }).microphone).toEqual({ verdict: 'not-run', level: null });
  });

  it('leaves the speaker open when it could not be listened to', () => {
    expect(judge({ ...good, speaker: null }).speaker).toEqual({ verdict: 'not-run', level: null });
  });

  it('judges the network by the worse of delay and loss', () => {
    const network = (roundTripMs: number | null, packetLossPercent: number | null) =>
      judge({ ...good, network: { roundTripMs, packetLossPercent } }).network.verdict;
    expect(network(200, 0)).toBe('well');
    expect(network(201, 0)).toBe('poor');
    expect(network(50, 4.1)).toBe('failed');
    expect(network(50, null)).toBe('well');
    expect(network(null, null)).toBe('not-run');
    expect(judge({ ...good, network: null }).network.verdict).toBe('failed');
    expect(judge({ ...good, network: 'not-run' }).network.verdict).toBe('not-run');
  });

  it('names the parts that staff should look at, worst only', () => {
    expect(failedParts(judge({ ...good, camera: 12, network: null }))).toEqual(['network']);
  });
});
