import { isMainRole, type MainRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { CallQuality, QualitySummary } from '@remote-clerk/shared/contracts/quality.ts';
import type { Peer } from './peer.ts';

/** What each main end measured in a room, over all its connections. What guests measure is not kept. */
export class RoomQuality {
  readonly #byRole: Record<MainRole, Map<string, CallQuality>> = { citizen: new Map(), specialist: new Map() };

  /** Keeps a peer's latest report. */
  report({ role, id }: Peer, quality: CallQuality): void {
    if (isMainRole(role)) this.#byRole[role].set(id, quality);
  }

  /** Measures here what a peer that never reported received. Does nothing for one that did or that took no part. */
  async measure(peer: Peer, seconds: number): Promise<void> {
    if (!isMainRole(peer.role) || this.#byRole[peer.role].has(peer.id) || !peer.started) return;
    const reports = await Promise.allSettled([...peer.consumers.values()].map(({ consumer }) => consumer.getStats()));
    const sent = reports
      .flatMap((report) => (report.status === 'fulfilled' ? report.value : []))
      .filter((stat) => stat.type === 'outbound-rtp');
    if (sent.length === 0) return;
    const worst = (values: number[]) => (values.length > 0 ? Math.max(...values) : null);
    const packets = sent.reduce((sum, stat) => sum + stat.packetCount, 0);
    const lost = sent.reduce((sum, stat) => sum + Math.max(0, stat.packetsLost), 0);
    this.report(peer, {
      roundTripMs: worst(sent.flatMap(({ roundTripTime }) => (roundTripTime ? [roundTripTime] : []))),
      packetLossPercent: packets > 0 ? Math.min(100, (100 * lost) / packets) : null,
      jitterMs: null,
      framesPerSecond: null,
      freezes: null,
      concealmentPercent: null,
      seconds,
    });
  }

  get summary(): QualitySummary {
    return {
      citizen: combine([...this.#byRole.citizen.values()]),
      specialist: combine([...this.#byRole.specialist.values()]),
    };
  }
}

/** One summary of several stays of the same end: each counts by its length. */
export function combine(reports: readonly CallQuality[]): CallQuality | null {
  const [first, ...others] = reports;
  if (!first || others.length === 0) return first ?? null;
  const mean = (read: (quality: CallQuality) => number | null) => {
    const known = reports.flatMap((quality) => {
      const value = read(quality);
      return value === null ? [] : [{ value, seconds: quality.seconds }];
    });
    const seconds = known.reduce((sum, one) => sum + one.seconds, 0);
    return seconds > 0 ? known.reduce((sum, one) => sum + one.value * one.seconds, 0) / seconds : null;
  };
  const freezes = reports.flatMap((quality) => quality.freezes ?? []);
  return {
    roundTripMs: mean((quality) => quality.roundTripMs),
    packetLossPercent: mean((quality) => quality.packetLossPercent),
    jitterMs: mean((quality) => quality.jitterMs),
    framesPerSecond: mean((quality) => quality.framesPerSecond),
    freezes: freezes.length > 0 ? freezes.reduce((sum, count) => sum + count, 0) : null,
    concealmentPercent: mean((quality) => quality.concealmentPercent),
    seconds: reports.reduce((sum, quality) => sum + quality.seconds, 0),
  };
}
