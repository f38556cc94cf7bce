import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { arrangeAdministration } from './arrangements.ts';
import { aDesk, ago, uuid, type Who } from './builders.ts';
import { arrangeOrganisations, arrangeRights, type RightsWorld, usualRequests } from './rights-arrangements.ts';
import { aRequest, aRight, inDays, organisations, staff } from './rights-builders.ts';
import { type Fakes, type Scene, signedIn } from './scene.ts';

type Steps = NonNullable<Scene['steps']>;

const rights = (
  who: Who,
  section: string,
  world: RightsWorld = {},
  steps: Steps = [],
  change?: (fakes: Fakes) => void,
) =>
  ({
    path: `/rights/${section}`,
    arrange: (fakes) => {
      signedIn(who, fakes);
      arrangeRights(fakes.server, world);
      fakes.server.on(routes.readDesk, () => aDesk({ asOf: ago(0, Date.now()) }));
      change?.(fakes);
    },
    steps,
  }) satisfies Scene;

const mine = {
  rights: [
    aRight({ id: uuid(1711), validUntil: inDays(12) }),
    aRight({
      id: uuid(1712),
      role: { id: uuid(1601), name: 'Kontaktpunkta vadītāja vietnieks' },
      organisation: organisations.municipality,
    }),
    aRight({
      id: uuid(1713),
      role: { id: 'clerk', name: null },
      delegatedBy: staff.inese,
      state: 'coming',
      validFrom: inDays(6),
      validUntil: inDays(20),
    }),
  ],
  requests: [
    aRequest({
      account: staff.anna,
      askedBy: staff.anna,
      role: { id: 'manager', name: null },
      organisation: organisations.municipality,
      state: 'approved',
      approvalsNeeded: 2,
      decisions: [{ by: staff.juris, at: inDays(-1), approved: true, reason: null }],
      decidable: false,
      withdrawable: true,
    }),
    ...usualRequests.slice(3).map((request) => ({ ...request, decidable: false })),
  ],
};
const nothing = { rights: [], requests: [] };
const sending = 'form button[type=submit]';
const withdraw = 'tbody button:has(.lucide-shield-x)';

const tree = (steps: Steps = []) =>
  ({
    path: '/administration/organisations',
    arrange: (fakes) => {
      signedIn('administrator', fakes);
      arrangeAdministration(fakes.server);
      arrangeOrganisations(fakes.server);
    },
    steps,
  }) satisfies Scene;

/** Who may do what: one's own, and for managers everybody's; and the tree of organisations in which it holds. */
export const rightsScenes = {
  'rights-own': rights('specialist', 'own', mine),
  'rights-own-asked': rights('newcomer', 'own', { rights: [], requests: mine.requests.slice(0, 1) }),
  'rights-own-not-read': rights('specialist', 'own', mine, [], ({ server }) =>
    server.on(rightsRoutes.readOwnRights, () => Promise.reject(new ProblemError('internal'))),
  ),
  'rights-ask-first': rights('newcomer', 'ask', nothing),
  'rights-ask': rights('manager', 'ask', {}, ['label[data-rac]:has([value=colleague])', sending]),
  'rights-asked': rights('specialist', 'ask', mine, [
    'label:has([value=specialist])',
    ['textarea', 'Apkalpošu iedzīvotājus.'],
    sending,
  ]),
  'rights-delegate': rights('specialist', 'delegate', mine, [['input[type=search]', 'ozol']]),
  'rights-decide': rights('manager', 'decide', {}, ['[role=row]:nth-child(1)']),
  'rights-decide-second': rights('manager', 'decide', {}, ['[role=row]:nth-child(2)']),
  'rights-decide-own': rights('manager', 'decide', {}, ['[role=row]:last-child']),
  'rights-decide-refuse': rights('manager', 'decide', {}, ['section button:has(.lucide-x)']),
  'rights-decide-none': rights('manager', 'decide', nothing),
  'rights-people': rights('manager', 'people'),
  'rights-people-none': rights('manager', 'people?state=withdrawn', nothing),
  'rights-withdraw': rights('manager', 'people', {}, [withdraw]),
  'rights-history': rights('manager', `people/${staff.anna.id}`),
  'rights-reviews': rights('manager', 'review'),
  'rights-review-open': rights('manager', 'review', {}, ['button:has(.lucide-list-checks)']),
  'rights-review': rights('manager', `review/${uuid(1901)}`),
  'rights-roles': rights('manager', 'roles'),
  'rights-role-make': rights('manager', 'roles', {}, ['button:has(.lucide-circle-plus)']),
  'administration-organisations': tree(),
  'administration-organisation-add': tree(['button:has(.lucide-circle-plus)']),
} satisfies Record<string, Scene>;
