import type { Sounds } from '@remote-clerk/shared/ui/sound.ts';
import type { Call } from './new-calls.ts';
import { sentenceFor } from './spoken.ts';

/** The chime is over by then, in milliseconds. */
const chimeMs = 900;
/** A browser that never says that it has finished must not keep the next call back. */
const longestMs = 12_000;

type Voices = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'>;

/**
 * Calls people, one after another: two soft tones, then the sentence where a voice speaks the ticket's language. Silent
 * until it is allowed to be heard.
 */
export class Announcer {
  readonly #sounds: Pick<Sounds, 'play'>;
  readonly #voices: Voices | undefined;
  #isAllowed = false;
  #last: Promise<void> = Promise.resolve();

  constructor(sounds: Pick<Sounds, 'play'>, voices: Voices | undefined = globalThis.speechSynthesis) {
    this.#sounds = sounds;
    this.#voices = voices;
  }

  /** To be called in answer to a touch, without which browsers stay silent. */
  allow(): void {
    this.#isAllowed = true;
    this.#sounds.play('ring');
  }

  call(call: Call): void {
    if (!this.#isAllowed) return;
    this.#last = this.#last.then(async () => {
      this.#sounds.play('ring');
      await after(chimeMs);
      await this.#speak(call);
    });
  }

  async #speak(call: Call): Promise<void> {
    const voice = this.#voices?.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(call.language));
    if (!this.#voices || !voice) return;
    const words = new SpeechSynthesisUtterance(sentenceFor(call));
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    const ended = new Promise<void>((resolve) => {
      words.onend = () => resolve();
      words.onerror = () => resolve();
    });
    this.#voices.speak(words);
    await Promise.race([ended, after(longestMs)]);
  }
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
