import type { Knex } from 'knex';
import type { Engine } from './engines.ts';
import { foundations } from './migrations/0001-foundations.ts';
import { contactPointsAndServices } from './migrations/0002-contact-points-and-services.ts';
import { consultations } from './migrations/0003-consultations.ts';
import { scheduling } from './migrations/0004-scheduling.ts';
import { calls } from './migrations/0005-calls.ts';
import { rights } from './migrations/0006-rights.ts';
import { audit } from './migrations/0007-audit.ts';
import { providers } from './migrations/0008-providers.ts';
import { localAccounts } from './migrations/0009-local-accounts.ts';
import { rightsProcess } from './migrations/0010-rights-process.ts';
import { clients } from './migrations/0011-clients.ts';
import { citizens } from './migrations/0012-citizens.ts';
import { wall } from './migrations/0013-wall.ts';

/** One step of the tables' history. Never edited after a release. */
export type Migration = {
  name: string;
  up(connection: Knex, engine: Engine): Promise<void>;
  down(connection: Knex, engine: Engine): Promise<void>;
};

/** In the order in which they are run. */
export const migrations: readonly Migration[] = [
  foundations,
  contactPointsAndServices,
  consultations,
  scheduling,
  calls,
  rights,
  audit,
  providers,
  localAccounts,
  rightsProcess,
  clients,
  citizens,
  wall,
];
