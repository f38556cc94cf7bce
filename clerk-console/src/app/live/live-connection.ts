import type { ContactPointView, DeskView } from '@remote-clerk/shared/contracts/views.ts';

/** `connecting` at the very first; `away` whenever an open connection was lost and is being sought again. */
export type LiveStatus = 'connecting' | 'connected' | 'away';

export type LiveHandlers = {
  readonly onStatus: (status: LiveStatus) => void;
  readonly onDesk: (view: DeskView) => void;
  readonly onContactPoint: (view: ContactPointView) => void;
  readonly onSessionEnded: () => void;
};

export type LiveConnection = { readonly close: () => void };
export type ConnectLive = (handlers: LiveHandlers) => LiveConnection;
