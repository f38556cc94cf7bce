import { EventEmitter } from 'node:events';
import type {
  AccountId,
  ConsultationId,
  ContactPointId,
  InstitutionId,
  InvitationId,
  KioskId,
} from '@remote-clerk/shared/domain/ids.ts';

type SignalEvents = {
  institution: [InstitutionId];
  contactPoint: [ContactPointId];
  kiosk: [KioskId];
  accountEnded: [AccountId];
  kioskEnded: [KioskId];
  consultation: [ConsultationId];
  guestEnded: [InvitationId];
  chat: [Talk, number];
};

/** A consultation, and whose screens it is on beside those of its guests. */
type Talk = { id: ConsultationId; kioskId: KioskId; specialistId: AccountId | null };

/** "Something about this has changed": said by services after their commit, heard by whoever shows it. It carries no data. */
export function createSignals() {
  const emitter = new EventEmitter<SignalEvents>();
  return {
    institutionChanged: (id: InstitutionId) => emitter.emit('institution', id),
    contactPointChanged: (id: ContactPointId) => emitter.emit('contactPoint', id),
    kioskChanged: (id: KioskId) => emitter.emit('kiosk', id),
    /** The account may do nothing any more: its sockets are to be closed. */
    accountEnded: (id: AccountId) => emitter.emit('accountEnded', id),
    /** The account may do something else by now: its sockets have to connect anew. */
    rightsChanged: (id: AccountId) => emitter.emit('accountEnded', id),
    kioskEnded: (id: KioskId) => emitter.emit('kioskEnded', id),
    /** Those who were asked into it are concerned too. */
    consultationChanged: (id: ConsultationId) => emitter.emit('consultation', id),
    /** The invitation lets nobody in any more, or somebody else: its sockets are to be closed. */
    guestEnded: (id: InvitationId) => emitter.emit('guestEnded', id),
    /** There is a line with this number. */
    chatWritten: ({ id, kioskId, specialistId }: Talk, latest: number) =>
      emitter.emit('chat', { id, kioskId, specialistId }, latest),
    on: emitter.on.bind(emitter),
  };
}
export type Signals = ReturnType<typeof createSignals>;
