import type { Language } from '../domain/languages.ts';

/** What was heard so far of one stretch of speech; `final`: it will not change any more. */
export type HeardText = { id: string; text: string; final: boolean };

/**
 * Turns speech into text: a recogniser that an installation brings along, in the browser or behind a service of its own. None
 * is part of this project.
 */
export type CaptionSource = {
  /** Listens to the track until the returned function is called; each stretch of speech has an id (UUID) of its own. */
  start: (track: MediaStreamTrack, language: Language, heard: (text: HeardText) => void) => () => void;
};
