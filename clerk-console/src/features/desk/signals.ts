/** What a ring does outside of the page's own content: the sound, the tab's title, the system's notification. */
export type RingWords = {
  /** In the tab's title, in turn with the page's own, e.g. `Zvana: Pensijas`. */
  readonly title: string;
  readonly body: string;
};

export type Signals = {
  /** Begins to ring; the returned function ends it. */
  readonly ring: (words: RingWords) => () => void;
  /** As a ring, and not to be taken for one: somebody is needed at once. */
  readonly alarm: (words: RingWords) => () => void;
  /** A single soft sound, for a request of help. */
  readonly chime: () => void;
  /** The page's own title, also while a ring takes turns with it. */
  readonly setPageTitle: (title: string) => void;
};

export type SignalDevices = {
  readonly playRing: () => () => void;
  readonly playAlarm: () => () => void;
  readonly playChime: () => void;
  readonly showTitle: (title: string) => void;
  /** Shows a system notification where it is allowed and the page is out of sight; the returned function removes it. */
  readonly notify: (words: RingWords) => () => void;
};

const titleTurnMs = 1000;

export function createSignals({ playRing, playAlarm, playChime, showTitle, notify }: SignalDevices): Signals {
  let pageTitle = '';
  let ringTitle: string | null = null;
  let isRingsTurn = false;
  const show = () => showTitle(isRingsTurn && ringTitle !== null ? ringTitle : pageTitle);
  const begin = (play: () => () => void) => (words: RingWords) => {
    const endings = [play(), notify(words)];
    ringTitle = words.title;
    isRingsTurn = true;
    show();
    const turning = setInterval(() => {
      isRingsTurn = !isRingsTurn;
      show();
    }, titleTurnMs);
    return () => {
      clearInterval(turning);
      ringTitle = null;
      show();
      for (const end of endings) end();
    };
  };
  return {
    chime: playChime,
    setPageTitle: (title) => {
      pageTitle = title;
      show();
    },
    ring: begin(playRing),
    alarm: begin(playAlarm),
  };
}
