import type { CaptionSource, HeardText } from './captions.ts';

/** A double for tests: it recognises nothing. What it "hears" is what the test says. */
export class CaptionSourceDouble implements CaptionSource {
  readonly listening: { language: string; heard: (text: HeardText) => void }[] = [];

  start: CaptionSource['start'] = (_track, language, heard) => {
    const listener = { language, heard };
    this.listening.push(listener);
    return () => void this.listening.splice(this.listening.indexOf(listener), 1);
  };

  /** As if this had been spoken into every track that is listened to. */
  say(text: HeardText): void {
    for (const { heard } of this.listening) heard(text);
  }
}
