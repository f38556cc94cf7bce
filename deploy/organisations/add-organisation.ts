import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { OrganisationKind, organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { readConfig } from '../../scheduler-api/src/config/read-config.ts';
import { createContext } from '../../scheduler-api/src/context.ts';
import { createServices } from '../../scheduler-api/src/services.ts';
import { parseOptions } from './options.mjs';

if (existsSync('.env')) process.loadEnvFile('.env');
const { name, kind, ...people } = parseOptions(process.argv.slice(2));
const Username = organisationRoutes.createClerk.body.shape.username;
const context = await createContext(readConfig({ ...process.env, LOG_LEVEL: 'warn' }));
try {
  const { organisations, staff } = createServices(context);
  const made = await context.db.transaction(async () => {
    const scope = await organisations.createTop({ name, kind: OrganisationKind.parse(kind) });
    const add = async (role: 'administrator' | 'manager') => {
      const username = Username.parse(people[role]);
      const password = randomBytes(12).toString('base64url');
      await staff.createOffice(scope, { username, name: username, jobTitle: null, password }, role);
      return { role, username, password };
    };
    return [await add('administrator'), await add('manager')];
  });
  console.log(`${name} has been added. These passwords are shown once; each is to be changed after the first sign-in.`);
  console.table(made);
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.error(`Nothing was added. ${error.message}.`);
  process.exitCode = 1;
} finally {
  await context.db.close();
}
