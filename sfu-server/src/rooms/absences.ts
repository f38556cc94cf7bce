import { isMainRole, type MainRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { Peer } from './peer.ts';
import type { RoomEvent } from './room-events.ts';

/** Participants of the two main roles whose media went: whose going and whose return is worth a report. */
export class Absences {
  readonly #gone = new Map<MainRole, Peer['subject']>();
  readonly #report: (event: RoomEvent) => void;

  constructor(report: (event: RoomEvent) => void) {
    this.#report = report;
  }

  went({ role, subject, isParticipant }: Peer, left: boolean): void {
    if (!isParticipant || !isMainRole(role) || this.#gone.get(role) === subject) return;
    this.#gone.set(role, subject);
    this.#report({ kind: 'peer.gone', role, left });
  }

  came({ role, subject, isParticipant }: Peer): void {
    if (!isParticipant || !isMainRole(role)) return;
    if (this.#gone.get(role) === subject) this.#report({ kind: 'peer.back', role });
    this.#gone.delete(role);
  }
}
