const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const WORTH_SAYING_MS = 1000;
const TERMINAL_REFRESH_MS = 120;
const PLAIN_REFRESH_MS = 15_000;
const CLEAR_LINE = '\r\u001b[2K';

/**
 * @param {number} milliseconds
 * @returns {string} `0.4 s`, `12 s` or `3 min 05 s`
 */
export function formatElapsed(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
}

/**
 * Says what is being done and for how long already: one line that moves on a terminal, plain lines elsewhere. A step
 * that is over within a second is not worth a line.
 * @param {{ isTTY?: boolean, columns?: number, write: (text: string) => unknown }} [stream]
 * @param {() => number} [now] milliseconds
 */
export function createProgress(stream = process.stdout, now = () => performance.now()) {
  /**
   * @template Result
   * @param {string} title
   * @param {(report: (detail: string) => void) => Promise<Result>} work
   * @param {(result: Result) => boolean} [succeeded] for work that answers instead of throwing
   * @returns {Promise<Result>}
   */
  async function step(title, work, succeeded = () => true) {
    const started = now();
    const elapsed = () => formatElapsed(now() - started);
    let detail = '';
    let spoken = false;
    let frame = 0;

    const describe = () => [title, elapsed(), detail].filter(Boolean).join(' · ');
    const tick = () => {
      if (now() - started < WORTH_SAYING_MS) return;
      spoken = true;
      if (stream.isTTY) {
        const line = `${FRAMES[frame++ % FRAMES.length]} ${describe()}`;
        stream.write(`${CLEAR_LINE}${line.slice(0, (stream.columns ?? 80) - 1)}`);
      } else {
        stream.write(`… ${describe()}\n`);
      }
    };
    const firstTick = setTimeout(tick, WORTH_SAYING_MS);
    const timer = setInterval(tick, stream.isTTY ? TERMINAL_REFRESH_MS : PLAIN_REFRESH_MS);
    const finish = (/** @type {string} */ mark) => {
      clearTimeout(firstTick);
      clearInterval(timer);
      if (stream.isTTY && spoken) stream.write(CLEAR_LINE);
      if (spoken || mark !== '✓') stream.write(`${mark} ${describe()}\n`);
    };

    try {
      const result = await work((text) => {
        detail = text;
      });
      finish(succeeded(result) ? '✓' : '✗');
      return result;
    } catch (error) {
      finish('✗');
      throw error;
    }
  }

  return {
    step,
    /** @param {string} text said at once, also in the middle of a step */
    say(text) {
      stream.write(`${stream.isTTY ? CLEAR_LINE : ''}${text}\n`);
    },
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */
