import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createRandom } from '@remote-clerk/shared/domain/simulation/random.ts';
import { inParallel } from '../booking/http.ts';
import { type LoadServer, startServer } from '../load-server.ts';
import { report } from '../measured.ts';
import { compareChecks } from './checks/compare-checks.ts';
import { createClerk } from './clerk.ts';
import { createKiosk } from './kiosk.ts';
import { pretendMediaNode } from './media-node.ts';
import { parseOptions } from './options.mjs';
import { headcount } from './plan.ts';
import { createRun, pause, type Run } from './run.ts';
import { type People, seedPeople } from './seed.ts';
import { createSpecialist } from './specialist.ts';

/** How many sign in at the same time: each needs 19 MiB and a core for a moment. */
const signInAtOnce = 4;

const options = parseOptions(process.argv.slice(2));
const count = headcount(options.users);
console.log(
  `Starting a scheduler-api on ${options.db} for ${count.clerks} clerks and ${count.specialists} specialists …`,
);
let seeded: People | undefined;
const server = await startServer(options.db, async (env) => {
  seeded = await seedPeople(env, count);
});
try {
  if (!seeded) throw new Error('Nothing was seeded');
  await measure(server, seeded);
} finally {
  await server.stop();
}

type Person = { work(): Promise<void>; close(): void };

async function measure(server: LoadServer, { institutions, clerks, specialists, kiosks }: People): Promise<void> {
  const run = createRun(
    server.url,
    options.seconds,
    institutions.map(({ serviceId }) => serviceId),
  );
  const node = await pretendMediaNode(server, (error) => {
    console.error(error);
    run.tally.wireFailures += 1;
  });
  const people: Person[] = [];
  let chance = options.seed;
  const nextRandom = () => createRandom(chance++);
  const admit = async <Known>(known: readonly Known[], create: (one: Known) => Promise<Person>) =>
    inParallel(known, signInAtOnce, async (one) => void people.push(await create(one)));
  await admit(kiosks, (kiosk) => createKiosk(run, nextRandom(), kiosk));
  await admit(clerks, (clerk) => createClerk(run, nextRandom(), clerk));
  await admit(specialists, (specialist) => createSpecialist(run, nextRandom(), specialist, node));
  await settle(run);
  console.log(`All are signed in. ${options.seconds} seconds of work …`);

  run.tally.pushes = 0;
  const delay = monitorEventLoopDelay();
  delay.enable();
  const from = performance.now();
  const serverCpu = server.cpuSeconds();
  const generatorCpu = process.cpuUsage();
  run.begin();
  await Promise.all(people.map((person) => person.work()));
  const seconds = (performance.now() - from) / 1000;
  const serverCpuShare = (server.cpuSeconds() - serverCpu) / seconds;
  const { user, system } = process.cpuUsage(generatorCpu);
  delay.disable();
  for (const person of people) person.close();
  node.stop();

  const checks = await compareChecks(server, specialists);

  const rows = run.ledger.rows();
  console.table(rows);
  const problems = run.ledger.problems();
  if (problems.length > 0) console.table(problems);
  const logged = failuresLogged(server.logFile);
  for (const line of logged.slice(0, 5)) console.error(line);

  const { requests, refusals, errors, ...times } = run.ledger.summary();
  const { pushes, wireFailures } = run.tally;
  const [tickets, answers] = [run.tickets.figures(), run.answers.figures()];
  const summary = {
    users: options.users,
    seconds: round(seconds),
    requests,
    requestsPerSecond: round(requests / seconds),
    errors,
    wireFailures,
    failuresLogged: logged.length,
    refusals,
    ...times,
    /** Shares of one core. The database server's is not in it. */
    serverCpuShare: round(serverCpuShare),
    generatorCpuShare: round((user + system) / 1e6 / seconds),
    /** By so much an answer may have been noted late. */
    generatorDelayMsP99: round(delay.percentile(99) / 1e6),
    consultations: answers.count,
    pushes,
    ticketAtColleagueMsP50: tickets.msP50,
    ticketAtColleagueMsP95: tickets.msP95,
    acceptAtKioskMsP50: answers.msP50,
    acceptAtKioskMsP95: answers.msP95,
    ...checks,
  };
  const { db, seed } = options;
  report(options.json, { parameters: { db, seed, ...count }, rows, summary });
  process.exitCode = errors + wireFailures + logged.length === 0 ? 0 : 1;
}

/** So many have come at once: until all screens have been told of it, which is when none was told anything for a second. */
async function settle({ tally }: Run): Promise<void> {
  for (let before = -1; before !== tally.pushes; ) {
    before = tally.pushes;
    await pause(1_000);
  }
}

/** Of the server's log, lines that tell of an error: also of what nobody was waiting for, such as a push. */
function failuresLogged(logFile: string): string[] {
  return readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => /"level":(50|60)\b/.test(line));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
