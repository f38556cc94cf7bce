import type { Server } from 'node:http';
import type { Authentication, Authenticator } from './http/authentication.ts';
import type { BoundRoute } from './http/bind.ts';
import type { PublicDocument } from './http/public-documents.ts';
import type { Job } from './jobs/jobs.ts';

/** What sockets stand on. */
export type LiveServer = { httpServer: Server; authentication: Authentication };

/** What a feature gives the server. */
export type Feature = {
  authenticators?: Authenticator[];
  routes?: BoundRoute[];
  documents?: PublicDocument[];
  jobs?: Job[];
  /** Called once, before anything else of it: what the last run of the server left behind is put right. */
  prepare?: () => Promise<void>;
  /** Called once, before the server listens; what it returns closes the feature's sockets. */
  live?: (server: LiveServer) => { close(): Promise<void> };
};
