import { EventEmitter } from 'node:events';
import type { AccountId, ContactPointId, InstitutionId, KioskId } from '@remote-clerk/shared/domain/ids.ts';

type SignalEvents = {
  institution: [InstitutionId];
  contactPoint: [ContactPointId];
  kiosk: [KioskId];
  accountEnded: [AccountId];
  kioskEnded: [KioskId];
};

/** "Something about this has changed": said by services after their commit, heard by whoever shows it. It carries no data. */
export function createSignals() {
  const emitter = new EventEmitter<SignalEvents>();
  return {
    institutionChanged: (id: InstitutionId) => emitter.emit('institution', id),
    contactPointChanged: (id: ContactPointId) => emitter.emit('contactPoint', id),
    kioskChanged: (id: KioskId) => emitter.emit('kiosk', id),
    /** The account may do nothing any more: its sockets are to be closed. */
    accountEnded: (id: AccountId) => emitter.emit('accountEnded', id),
    kioskEnded: (id: KioskId) => emitter.emit('kioskEnded', id),
    on: emitter.on.bind(emitter),
  };
}
export type Signals = ReturnType<typeof createSignals>;
