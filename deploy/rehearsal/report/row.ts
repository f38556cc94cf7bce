import type { ReceivedMedia } from '../sides/received-media.ts';

/** What was seen of one end of a call. */
export type EndMeasures = {
  /** From the specialist's key press to this end's first decoded frame, in milliseconds. */
  firstFrameMs: number | null;
  received: ReceivedMedia | null;
};

/** What stands on record, read back through the API. */
export type CaseOnRecord = {
  id: string;
  number: string;
  state: string;
  askedAt: string;
  acceptedAt: string | null;
  liveAt: string | null;
  endedAt: string | null;
  outcome: string | null;
  notes: string;
  rating: number | null;
  hasQuality: boolean;
};

export type TimelineStep = {
  /** Milliseconds since the consultation's first touch. */ atMs: number;
  side: Side;
  what: string;
};
export type Side = 'kiosk' | 'console' | 'server';

/** One consultation, as far as it came. */
export type Row = {
  consultation: number;
  language: string;
  service: string | null;
  /** From the citizen's touch of "ask" to the ring painted at the console, in milliseconds. */
  ringMs: number | null;
  /** The same from the time at which the server took the wish. */
  ringFromServerMs: number | null;
  kiosk: EndMeasures;
  console: EndMeasures;
  caseId: string | null;
  onRecord: CaseOnRecord | null;
  steps: TimelineStep[];
  /** Everything that was not as it should be; a consultation without any was really seen. */
  faults: string[];
};
