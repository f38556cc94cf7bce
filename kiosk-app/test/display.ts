import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const SCREEN = '1080x1920x24';

export interface Display {
  /** For the environment, like `:7`. */
  name: string;
  close: () => void;
}

const started = async (command: string, args: string[], env = process.env): Promise<ChildProcess> => {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  await Promise.race([
    once(child, 'spawn'),
    once(child, 'error').then(([error]) => {
      throw new Error(`${command} is needed for the kiosk's specs (Debian: apt-get install xvfb openbox): ${error}`);
    }),
  ]);
  return child;
};

/** A portrait screen in memory with a window manager: without one a kiosk window never fills the screen. */
export const openDisplay = async (): Promise<Display> => {
  const server = await started('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp']);
  const numberPipe = server.stdio[3];
  if (!numberPipe || !('readable' in numberPipe)) throw new Error('Xvfb has no pipe for its display number');
  const [number] = await once(createInterface({ input: numberPipe }), 'line');
  const name = `:${number}`;
  const windowManager = await started('openbox', [], { ...process.env, DISPLAY: name });
  return {
    name,
    close: () => {
      windowManager.kill();
      server.kill();
    },
  };
};
