import type { KioskView } from '@remote-clerk/shared/contracts/views.ts';
import type { Flow, FlowEvent } from '../flow/flow.ts';
import type { Result } from '../flow/result.ts';
import type { Asked, KioskServer } from './kiosk-server.ts';

/** What the kiosk's controllers share. */
export interface KioskCore {
  readonly server: KioskServer;
  dispatch(event: FlowEvent): void;
  getSnapshot(): Flow;
  ask(wish: Asked): Promise<void>;
  /** Shows the view that was asked for. @returns whether it came */
  take(reading: Promise<KioskView>): Promise<boolean>;
  /** The citizen has what they came for. */
  have(result: Result): Promise<void>;
}
