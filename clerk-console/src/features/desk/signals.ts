/** What a ring does outside of the page's own content: the sound, the tab's title, the system's notification. */
export type RingWords = {
  /** In the tab's title, in turn with the page's own, e.g. `Zvana: Pensijas`. */
  readonly title: string;
  readonly body: string;
};

export type Signals = {
  /** Begins to ring; the returned function ends it. */
  readonly ring: (words: RingWords) => () => void;
  /** A single soft sound, for a request of help. */
  readonly chime: () => void;
};

export type SignalDevices = {
  readonly playRing: () => () => void;
  readonly playChime: () => void;
  readonly title: { get: () => string; set: (title: string) => void };
  /** Shows a system notification where it is allowed and the page is out of sight; the returned function removes it. */
  readonly notify: (words: RingWords) => () => void;
};

const titleTurnMs = 1000;

export function createSignals({ playRing, playChime, title, notify }: SignalDevices): Signals {
  return {
    chime: playChime,
    ring: (words) => {
      const pageTitle = title.get();
      const endings = [playRing(), notify(words)];
      title.set(words.title);
      const turning = setInterval(() => title.set(title.get() === words.title ? pageTitle : words.title), titleTurnMs);
      return () => {
        clearInterval(turning);
        title.set(pageTitle);
        for (const end of endings) end();
      };
    },
  };
}
