import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { signIn } from '../../booking/http.ts';
import { cpuSecondsOf, type LoadServer } from '../../load-server.ts';
import { percentile } from '../../measured.ts';
import type { Credentials } from '../staff.ts';

const rounds = 12;
/** Of each kind, in each round. */
const requests = 150;
const week = { firstDay: '2027-03-01', lastDay: '2027-03-07' };

/**
 * What looking up who sends a request, and what they may do, costs: two servers on one database, one that does so and one that
 * believes what it saw once, asked the same in turns. Compared is the servers' processor time; 10 ms is the least that the
 * system tells of it, so that a round takes some hundreds of them.
 */
export async function compareChecks(server: LoadServer, specialists: readonly Credentials[]) {
  const checked = await openServer(server.env, 'checked');
  const unchecked = await openServer(server.env, 'unchecked');
  try {
    const [someone] = specialists;
    if (!someone) throw new Error('Nobody can sign in');
    const cookie = await signIn(server.url, someone);
    const used = { checked: [] as number[], unchecked: [] as number[] };
    for (let round = -1; round < rounds; round += 1) {
      const figures = {
        checked: await ask(checked, server.url, cookie),
        unchecked: await ask(unchecked, server.url, cookie),
      };
      // The first makes both warm.
      if (round < 0) continue;
      used.checked.push(figures.checked);
      used.unchecked.push(figures.unchecked);
    }
    const [withChecks, without] = [percentile(used.checked, 0.5), percentile(used.unchecked, 0.5)];
    return {
      cpuMicrosecondsPerRequestChecked: withChecks,
      cpuMicrosecondsPerRequestUnchecked: without,
      ratioCheckedToUnchecked: Math.round((withChecks / without) * 1_000) / 1_000,
    };
  } finally {
    checked.child.kill('SIGTERM');
    unchecked.child.kill('SIGTERM');
  }
}

type ReadingServer = Awaited<ReturnType<typeof openServer>>;

async function openServer(env: NodeJS.ProcessEnv, how: 'checked' | 'unchecked') {
  const script = path.join(import.meta.dirname, 'reading-server.ts');
  const child = spawn(process.execPath, [script, how], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`A server that is asked ended with ${code}`)));
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('http')) resolve(line);
    });
  });
  return { child, url };
}

/** @returns microseconds of processor time that the server took for a request */
async function ask({ child, url }: ReadingServer, origin: string, cookie: string): Promise<number> {
  const api = createApiClient({ baseUrl: url, headers: () => ({ origin, cookie }) });
  const before = cpuSecondsOf(child.pid);
  for (let turn = 0; turn < requests; turn += 1) {
    await api.call(consultationRoutes.readDesk, {});
    await api.call(scheduleRoutes.readOwnCalendar, { query: week });
    await api.call(serviceCaseRoutes.listServiceCases, { query: {} });
  }
  return ((cpuSecondsOf(child.pid) - before) * 1e6) / (requests * 3);
}
