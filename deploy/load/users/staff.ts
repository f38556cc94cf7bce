import { staffNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import type { Random } from '@remote-clerk/shared/domain/simulation/random.ts';
import type { z } from 'zod';
import { signIn } from '../booking/http.ts';
import { createClient } from './client.ts';
import { means } from './plan.ts';
import { pause, type Run } from './run.ts';
import { openScreen } from './screen.ts';

export type Credentials = { username: string; password: string };

/** Somebody of the staff, signed in, with a connection for requests and one for what is pushed. */
export async function createStaff<View extends { revision: number }>(
  run: Run,
  random: Random,
  who: 'clerk' | 'specialist',
  credentials: Credentials,
  screen: { name: string; schema: z.ZodType<View>; onView?(view: View, at: number): void },
) {
  const cookie = await signIn(run.url, credentials);
  const client = createClient(run.url, who, run.ledger.note, () => ({ origin: run.url, cookie }));
  const opened = await openScreen({
    address: run.url + staffNamespace,
    cookie,
    name: screen.name,
    schema: screen.schema,
    onPush(view, at) {
      run.tally.pushes += 1;
      screen.onView?.(view, at);
    },
    onLost: () => {
      run.tally.wireFailures += 1;
    },
  });
  return {
    ...client,
    screen: opened,
    think: (mean = means.think) => pause(run.thinkingTime(random, mean)),
    close() {
      opened.close();
      client.close();
    },
  };
}
