import { clientRoutes } from '@remote-clerk/shared/contracts/http/clients.ts';
import { costRoutes } from '@remote-clerk/shared/contracts/http/costs.ts';
import { arrangeAdministration } from './arrangements.ts';
import { ago, anAccount, uuid } from './builders.ts';
import { type Scene, signedIn } from './scene.ts';

const { organisation } = anAccount('administrator');

const aSystem = (number: number, name: string, more: Record<string, unknown> = {}) => ({
  id: uuid(number),
  organisationId: organisation.id,
  name,
  pushUrl: null,
  pushProblem: null,
  waitingPushes: 0,
  lastUsedAt: ago(5400),
  disabled: false,
  ...more,
});
const systems = clientRoutes.listClients.reply.parse({
  clients: [
    aSystem(1401, 'Lietvedības sistēma «Namejs»', { pushUrl: 'https://namejs.kuldiga.example.lv/tiesibas' }),
    aSystem(1402, 'Nekustamā īpašuma nodokļa administrēšana', {
      pushUrl: 'https://nino.example.lv/hooks',
      pushProblem: 'unreachable',
      waitingPushes: 21,
    }),
    aSystem(1403, 'Vecā e-pakalpojumu vietne', { disabled: true, lastUsedAt: null }),
  ],
});

const shares = [
  ['Kuldīgas novada pašvaldība', 84, 61.31, 766_389],
  ['Kuldīgas novada izglītības pārvalde', 41, 29.93, 374_088],
  ['SIA «Kuldīgas komunālie pakalpojumi»', 12, 8.76, 109_523],
] as const;

export const otherSystemsScenes = {
  'administration-systems': {
    path: '/administration/systems',
    arrange: (fakes) => {
      signedIn('administrator', fakes);
      arrangeAdministration(fakes.server);
      fakes.server.on(clientRoutes.listClients, () => systems);
      fakes.server.on(clientRoutes.renewClientSecret, ({ params }) => {
        const client = systems.clients.find(({ id }) => id === params.clientId);
        return clientRoutes.renewClientSecret.reply.parse({ client, clientSecret: 'jauna-atslēga', pushSecret: null });
      });
    },
  },
  costs: {
    path: '/costs',
    arrange: (fakes) => {
      signedIn('administrator', fakes);
      fakes.server.on(costRoutes.readCosts, ({ query }) =>
        costRoutes.readCosts.reply.parse({
          from: query.from,
          until: query.until,
          allActiveUsers: 412,
          shares: shares.map(([name, activeUsers, percent, cents], index) => ({
            organisation: { id: uuid(1410 + index), name },
            activeUsers,
            percent,
            cents: query.upkeepCents === undefined ? null : cents,
          })),
        }),
      );
    },
  },
} satisfies Record<string, Scene>;
