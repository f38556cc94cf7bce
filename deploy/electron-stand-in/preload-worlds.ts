// These two functions run in the page, each in a JavaScript world of its own: they are turned into text and may use
// nothing from outside themselves. The worlds share only the DOM, so they speak in events whose name nobody can guess.

/** Where the preload script runs: Chromium keeps it apart from the page's own world, as Electron does. */
export const PRELOAD_WORLD = 'Electron Isolated Context';

export const SEND_BINDING = 'electronStandInSend';
export const RECEIVE_FUNCTION = 'electronStandInReceive';

interface Call {
  name: string;
  method: string;
  call: number;
  args: unknown[];
}

interface Outcome {
  call: number;
  /** Absent while a promise is not settled. */
  outcome?: { value: unknown } | { error: string };
}

/** In the page's world: turns what is exposed over there into an object here whose methods are calls over there. */
function installPageWorld(channel: string): void {
  if (window !== window.top) return;
  const outcomes = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  const heard = (event: Event): string => (event instanceof CustomEvent ? String(event.detail) : '');

  const callOver = (name: string, method: string, args: unknown[]): unknown => {
    calls += 1;
    const call = calls;
    let result: unknown;
    let isPromise = true;
    const promise = new Promise((resolve, reject) => {
      outcomes.set(call, {
        resolve: (value) => {
          result = value;
          resolve(value);
        },
        reject,
      });
    });
    const settledAtOnce = () => {
      isPromise = false;
    };
    window.addEventListener(`${channel}:at-once`, settledAtOnce, { once: true });
    window.dispatchEvent(new CustomEvent(`${channel}:call`, { detail: JSON.stringify({ name, method, call, args }) }));
    window.removeEventListener(`${channel}:at-once`, settledAtOnce);
    return isPromise ? promise : result;
  };

  window.addEventListener(`${channel}:outcome`, (event) => {
    const { call, outcome }: Outcome = JSON.parse(heard(event));
    const waiting = outcomes.get(call);
    outcomes.delete(call);
    if (!outcome || !waiting) return;
    if ('error' in outcome) waiting.reject(new Error(outcome.error));
    else waiting.resolve(outcome.value);
  });

  window.addEventListener(`${channel}:expose`, (event) => {
    const { name, methods }: { name: string; methods: string[] } = JSON.parse(heard(event));
    const exposed = methods.map((method) => [method, (...args: unknown[]) => callOver(name, method, args)]);
    Object.defineProperty(window, name, { value: Object.freeze(Object.fromEntries(exposed)), enumerable: true });
  });

  window.open = (url) => {
    window.dispatchEvent(new CustomEvent(`${channel}:open`, { detail: String(url ?? 'about:blank') }));
    return null;
  };
}

/** In the preload script's world: Electron's renderer modules, and the other end of what they expose. */
function installPreloadWorld(channel: string, send: string, receive: string): { require: (module: string) => unknown } {
  const post: (message: string) => void = Reflect.get(window, send);
  const replies = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let requests = 0;
  Reflect.set(window, receive, ({ request, value, error }: { request: number; value?: unknown; error?: string }) => {
    const waiting = replies.get(request);
    replies.delete(request);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  });

  const ipcRenderer = {
    invoke: (ipcChannel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        requests += 1;
        replies.set(requests, { resolve, reject });
        post(JSON.stringify({ kind: 'invoke', request: requests, channel: ipcChannel, args }));
      }),
    send: (ipcChannel: string, ...args: unknown[]) => post(JSON.stringify({ kind: 'send', channel: ipcChannel, args })),
  };

  const heard = (event: Event): string => (event instanceof CustomEvent ? String(event.detail) : '');
  const say = (what: string, detail: unknown) =>
    window.dispatchEvent(new CustomEvent(`${channel}:${what}`, { detail: JSON.stringify(detail) }));
  const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>();

  window.addEventListener(`${channel}:call`, (event) => {
    const { name, method, call, args }: Call = JSON.parse(heard(event));
    const result = exposed.get(name)?.[method]?.(...args);
    if (!(result instanceof Promise)) {
      say('outcome', { call, outcome: { value: result } });
      say('at-once', null);
      return;
    }
    result.then(
      (value) => say('outcome', { call, outcome: { value } }),
      (error) => say('outcome', { call, outcome: { error: error instanceof Error ? error.message : String(error) } }),
    );
  });
  window.addEventListener(`${channel}:open`, (event) => post(JSON.stringify({ kind: 'open', url: heard(event) })));

  const contextBridge = {
    exposeInMainWorld: (name: string, api: Record<string, (...args: unknown[]) => unknown>) => {
      exposed.set(name, api);
      say('expose', { name, methods: Object.keys(api) });
    },
  };
  return {
    require: (module) => {
      if (module === 'electron' || module === 'electron/renderer') return { contextBridge, ipcRenderer };
      throw new Error(`module not found: ${module} (a sandboxed preload script has only 'electron')`);
    },
  };
}

/** The text that runs in the page's world before anything of the page does. */
export const pageWorldScript = (channel: string): string => `(${installPageWorld})(${JSON.stringify(channel)})`;

/** The text that runs in the preload world: `preload` is the preload script's source, a CommonJS module. */
export const preloadWorldScript = (
  channel: string,
  preload: string,
  versions: Readonly<Record<string, string>>,
): string => {
  const names = [channel, SEND_BINDING, RECEIVE_FUNCTION].map((name) => JSON.stringify(name)).join(', ');
  return `if (window === window.top) {
    const { require } = (${installPreloadWorld})(${names});
    (function (require, module, exports, process) {
${preload}
    })(require, { exports: {} }, {}, { versions: ${JSON.stringify(versions)} });
  }`;
};
