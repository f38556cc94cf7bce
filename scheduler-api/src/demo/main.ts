import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readConfig } from '../config/read-config.ts';
import { createContext } from '../context.ts';
import { createServices } from '../services.ts';
import { describeDemo, seedDemo } from './seed-demo.ts';

/**
 * Fills an empty database with demo data and writes what is needed to try it to a file, `.data/demo.json` unless another is
 * named. Run again it only makes fresh enrolment codes. `DEMO_IDENTITY_PROVIDER` is the issuer at which demo people sign in.
 * Not for an installation that serves people.
 */
const file = resolve(process.argv[2] ?? '.data/demo.json');
const context = await createContext(readConfig({ ...process.env, LOG_LEVEL: 'warn' }));
try {
  const services = createServices(context);
  await seedDemo(context, services, process.env.DEMO_IDENTITY_PROVIDER);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(await describeDemo(services), null, 2)}\n`, { mode: 0o600 });
} finally {
  await context.db.close();
}
