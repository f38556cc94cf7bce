import type { ChatNews } from '@remote-clerk/shared/contracts/chat.ts';
import type { CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { ContactPointView, DeskView } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';

/** `connecting` at the very first; `away` whenever an open connection was lost and is being sought again. */
export type LiveStatus = 'connecting' | 'connected' | 'away';

export type LiveHandlers = {
  readonly onStatus: (status: LiveStatus) => void;
  readonly onDesk: (view: DeskView) => void;
  readonly onContactPoint: (view: ContactPointView) => void;
  /** Said in passing by another in the consultation. */
  readonly onSignal: (incoming: IncomingSignal) => void;
  readonly onChat: (news: ChatNews) => void;
  readonly onSessionEnded: () => void;
  /** What one may do has changed. */
  readonly onSessionChanged: () => void;
};

export type LiveConnection = {
  /** @throws ProblemError the server's refusal; `unavailable` when it could not be handed over now */
  readonly sendSignal: (outgoing: { consultationId: ConsultationId; signal: CallSignal }) => Promise<void>;
  readonly close: () => void;
};
export type ConnectLive = (handlers: LiveHandlers) => LiveConnection;
