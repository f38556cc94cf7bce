import { type CallRole, type MainRole, mainRoles } from '../contracts/call-ticket.ts';
import type { CallState, RemoteParty } from './call-state.ts';
import { type Facts, nodeCarries } from './recovery/ladder.ts';

/** What there is of a call at one end. */
export type CallNow = {
  facts: Facts;
  /** The stay in a room, if there is one. */
  room: { started: boolean; parties: RemoteParty[]; hasMain: boolean } | null;
  direct: { connected: boolean; stream: MediaStream | null } | null;
  ownRole: CallRole;
  wasInCall: boolean;
  /** Who was there when somebody last was. */
  lastParties: RemoteParty[];
};

/** What is shown of it. While it is brought back, those who were there last stay on the screen, as being away. */
export function presentCall(now: CallNow): Pick<CallState, 'phase' | 'path' | 'remote' | 'parties'> {
  const { facts, direct, room, wasInCall, lastParties } = now;
  const isDirect = direct?.connected === true && !nodeCarries(facts);
  const inRoom = room?.parties ?? [];
  const isMissed = wasInCall && !room?.hasMain;
  const parties = isDirect
    ? [directParty(direct.stream, now)]
    : isMissed
      ? lastParties.map((party) => ({ ...party, connected: false }))
      : inRoom;
  return { phase: phaseOf(now, isDirect), path: isDirect ? 'direct' : 'node', remote: parties[0] ?? null, parties };
}

function phaseOf({ facts, room, wasInCall }: CallNow, isDirect: boolean): CallState['phase'] {
  if (isDirect) return 'in-call';
  const isHere = room !== null && facts.signaling !== 'gone';
  if (wasInCall) return isHere && room.started && !isWaitedFor(facts) ? 'in-call' : 'reconnecting';
  if (isHere) return 'ready';
  return room ? 'reconnecting' : 'entering';
}

/** The picture stands still. */
const isWaitedFor = ({ media }: Facts): boolean => media === 'stalled' || media === 'missing';

function directParty(stream: MediaStream | null, { ownRole, lastParties }: CallNow): RemoteParty {
  const role: MainRole = mainRoles.find((main) => main !== ownRole) ?? 'citizen';
  const last = lastParties.find((party) => party.role === role);
  const isSilent = (kind: 'audio' | 'video') => !stream?.getTracks().some((track) => track.kind === kind);
  return {
    id: 'direct',
    name: last?.name ?? '',
    role,
    stream: stream ?? new MediaStream(),
    screen: null,
    document: null,
    microphoneMuted: isSilent('audio'),
    cameraMuted: isSilent('video'),
    connected: stream !== null,
  };
}
