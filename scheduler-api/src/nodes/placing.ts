import type { NodeState } from '@remote-clerk/shared/contracts/http/operations.ts';
import { heartbeatMs, silentAfterMs } from '@remote-clerk/shared/contracts/node/messages.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { MediaNode } from './nodes-repository.ts';

/** Share of a core above which a worker gets a further room only where there is no other. */
const fullShare = 0.85;
/** Differences smaller than this are chance: then the number of rooms decides. */
const shareStep = 0.05;
/** One whose connection went, or that has missed a heartbeat: it may be gone already. Milliseconds. */
const lateAfterMs = 1.5 * heartbeatMs;

const notHeardFor = ({ lastSeenAt }: MediaNode, milliseconds: number, now: Instant) =>
  lastSeenAt <= addMilliseconds(now, -milliseconds);

export function stateOf(node: MediaNode, now: Instant): NodeState {
  if (notHeardFor(node, silentAfterMs, now)) return 'silent';
  return node.load.draining ? 'draining' : 'serving';
}

/** Not silent yet, but an end that says it cannot be reached is to be believed. */
export const isLate = (node: MediaNode, now: Instant) => notHeardFor(node, lateAfterMs, now);

/** Those that are wanted; all where there are none of them. */
function preferring(nodes: readonly MediaNode[], wanted: (node: MediaNode) => boolean): readonly MediaNode[] {
  const some = nodes.filter(wanted);
  return some.length > 0 ? some : nodes;
}

/** Where the next room goes: of those that serve, the one with the least to do; undefined when there is none. */
export function chooseNode(nodes: readonly MediaNode[], now: Instant): MediaNode | undefined {
  const serving = nodes.filter((node) => stateOf(node, now) === 'serving' && node.load.workers > 0);
  const heard = preferring(serving, (node) => !isLate(node, now));
  const best = preferring(heard, ({ load }) => load.idlestWorker <= fullShare);
  const step = ({ load }: MediaNode) => Math.round(load.idlestWorker / shareStep);
  const roomsPerWorker = ({ load }: MediaNode) => load.rooms / load.workers;
  return best.toSorted(
    (a, b) => step(a) - step(b) || roomsPerWorker(a) - roomsPerWorker(b) || a.id.localeCompare(b.id),
  )[0];
}
