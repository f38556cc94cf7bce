import { randomUUID } from 'node:crypto';
import {
  type Directory,
  identityAdministrationRoutes,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import type { RouteName } from '@remote-clerk/shared/contracts/http/index.ts';
import type { RouteExample } from './route-examples.ts';
import type { Scene } from './scene.ts';

export type DirectoryWish = Omit<Directory, 'id' | 'organisationId' | 'lastSyncedAt' | 'lastSync'> & {
  bindPassword: string;
};

/** Of a directory at which nobody answers. */
export const someDirectory: DirectoryWish = {
  name: 'Novada katalogs',
  url: 'ldaps://127.0.0.1:1',
  certificate: null,
  bindDn: 'cn=reader,dc=kuldiga,dc=lv',
  bindPassword: 'lasītāja parole',
  baseDn: 'ou=people,dc=kuldiga,dc=lv',
  attributes: { login: 'uid', id: 'entryUUID', name: 'cn', email: 'mail', title: 'title' },
  groupBaseDn: 'ou=groups,dc=kuldiga,dc=lv',
  groupAttribute: 'member',
  groups: [],
  domains: [],
  enabled: true,
};

const settings = ({ bindPassword: _, ...rest }: DirectoryWish) => rest;

async function ourDirectory({ callers }: Scene): Promise<string> {
  const { id } = await callers.administrator.client.call(identityAdministrationRoutes.createDirectory, {
    body: someDirectory,
    idempotencyKey: randomUUID(),
  });
  return id;
}

/** Rows of the routes by which directories are administered. */
export const directoryExamples = {
  listDirectories: { by: ['administrator', 'stateAdministrator'], given: () => ({}), others: 'own' },
  createDirectory: {
    by: ['administrator', 'stateAdministrator'],
    given: ({ fresh }) => ({ body: { ...someDirectory, name: fresh('Katalogs ') } }),
    others: 'own',
  },
  changeDirectory: {
    by: ['administrator'],
    given: async (scene) => ({
      params: { directoryId: await ourDirectory(scene) },
      body: { ...settings(someDirectory), enabled: false },
    }),
    others: 'not-found',
  },
  orderDirectories: {
    by: ['administrator'],
    async given(scene) {
      await ourDirectory(scene);
      const { client } = scene.callers.administrator;
      const { directories } = await client.call(identityAdministrationRoutes.listDirectories, {});
      return { body: { directoryIds: directories.map(({ id }) => id).reverse() } };
    },
    others: 'not-found',
  },
  tryDirectory: {
    by: ['administrator'],
    given: async (scene) => ({
      body: { ...settings(someDirectory), directoryId: await ourDirectory(scene), login: 'anna' },
    }),
    others: 'not-found',
  },
  synchroniseDirectory: {
    by: ['administrator'],
    given: async (scene) => ({ params: { directoryId: await ourDirectory(scene) }, body: {} }),
    others: 'not-found',
  },
} satisfies Partial<Record<RouteName, RouteExample>>;
