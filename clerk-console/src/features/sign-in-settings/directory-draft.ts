import {
  type Directory,
  DirectoryAttributes,
  identityAdministrationRoutes,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import type { z } from 'zod';
import { rowsOf } from './GroupRoles.tsx';
import { listOf, orNull } from './wrong-fields.ts';

/** As the server takes it. */
export type DirectorySettings = z.output<typeof identityAdministrationRoutes.changeDirectory.body>;
/** What is typed of a directory. */
type DirectoryDraft = ReturnType<typeof draftOf>;
export const stableIds = DirectoryAttributes.shape.id.options;

/** Of a new one what most directories have. */
export const draftOf = (directory: Directory | null) => ({
  name: directory?.name ?? '',
  url: directory?.url ?? 'ldaps://',
  certificate: directory?.certificate ?? '',
  bindDn: directory?.bindDn ?? '',
  bindPassword: '',
  baseDn: directory?.baseDn ?? '',
  login: directory?.attributes.login ?? 'uid',
  id: directory?.attributes.id ?? 'entryUUID',
  personName: directory?.attributes.name ?? 'cn',
  email: directory ? (directory.attributes.email ?? '') : 'mail',
  title: directory ? (directory.attributes.title ?? '') : 'title',
  groupBaseDn: directory?.groupBaseDn ?? '',
  groupAttribute: directory?.groupAttribute ?? 'member',
  groups: rowsOf(directory?.groups ?? []),
  domains: directory?.domains.join(', ') ?? '',
  enabled: directory?.enabled ?? true,
});

/** As the server takes it, or what of it is wrong. */
export function parseDraft(draft: DirectoryDraft, isNew: boolean) {
  const body = {
    name: draft.name,
    url: draft.url.trim(),
    certificate: orNull(draft.certificate),
    bindDn: draft.bindDn,
    baseDn: draft.baseDn,
    attributes: {
      login: draft.login,
      id: draft.id,
      name: draft.personName,
      email: orNull(draft.email),
      title: orNull(draft.title),
    },
    groupBaseDn: orNull(draft.groupBaseDn),
    groupAttribute: draft.groupAttribute,
    groups: draft.groups,
    domains: listOf(draft.domains),
    enabled: draft.enabled,
    ...(draft.bindPassword !== '' && { bindPassword: draft.bindPassword }),
  };
  const { createDirectory, changeDirectory } = identityAdministrationRoutes;
  // What is new needs its password; of what is there it may stay as it is.
  const needed = isNew ? createDirectory.body.safeParse(body) : null;
  return needed && !needed.success ? needed : changeDirectory.body.safeParse(body);
}
