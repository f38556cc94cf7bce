import { io } from 'socket.io-client';
import type { z } from 'zod';

type ScreenOptions<View> = {
  address: string;
  /** Of the push. */
  name: string;
  /** Of the view, the part that this run looks at. */
  schema: z.ZodType<View>;
  cookie?: string;
  token?: string;
  onPush(view: View, at: number): void;
  /** The connection broke, and will be sought again. */
  onLost(reason: string): void;
};

/** Opens a screen's socket, and waits for its first view. */
export async function openScreen<View extends { revision: number }>(options: ScreenOptions<View>) {
  const { origin } = new URL(options.address);
  const socket = io(options.address, {
    transports: ['websocket'],
    // Each person has a connection of their own.
    forceNew: true,
    extraHeaders: { origin, ...(options.cookie && { cookie: options.cookie }) },
    ...(options.token && { auth: { token: options.token } }),
  });
  const waiting = new Set<(view: View) => void>();
  const shown = { view: undefined as View | undefined };

  socket.on(options.name, (raw: unknown) => {
    const at = performance.now();
    const view = options.schema.parse(raw);
    if (shown.view && view.revision < shown.view.revision) return;
    shown.view = view;
    options.onPush(view, at);
    for (const tell of [...waiting]) tell(view);
  });
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') options.onLost(reason);
  });

  const until = (test: (view: View) => boolean, ms: number) =>
    new Promise<boolean>((resolve) => {
      if (shown.view && test(shown.view)) return resolve(true);
      const finish = (found: boolean) => {
        waiting.delete(tell);
        clearTimeout(timer);
        resolve(found);
      };
      const tell = (view: View) => test(view) && finish(true);
      const timer = setTimeout(finish, ms, false);
      waiting.add(tell);
    });

  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  if (!(await until(() => true, 10_000))) throw new Error(`Nothing was shown at ${options.address}`);
  return {
    /** @throws Error before the first view */
    get view(): View {
      if (!shown.view) throw new Error('Nothing is shown yet');
      return shown.view;
    },
    /** @returns whether the view was so within these milliseconds */
    until,
    report: (name: string, payload: object) => void socket.emit(name, payload, () => undefined),
    close: () => void socket.disconnect(),
  };
}
