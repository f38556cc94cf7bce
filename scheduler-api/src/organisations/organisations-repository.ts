import { Organisation, type OrganisationKind } from '@remote-clerk/shared/contracts/http/organisations.ts';
import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const Count = z.union([z.number(), z.string().transform(Number)]);
const Row = z
  .object({
    id: z.string(),
    parent_id: z.string().nullable(),
    kind: z.string(),
    name: z.string(),
    institutions: Count,
    contact_points: Count,
    staff: Count,
  })
  .transform(({ parent_id: parentId, contact_points: contactPoints, ...row }) => ({ ...row, parentId, contactPoints }))
  .pipe(Organisation);

type NewOrganisation = {
  id: OrganisationId;
  parentId: OrganisationId | null;
  kind: OrganisationKind;
  name: string;
  createdAt: Instant;
};

/** Rows of `organisations`: whose everything else is, each below another or at the top. */
export function createOrganisationsRepository(db: Database) {
  const counted = (table: string, name: string) =>
    db
      .connection(table)
      .count('*')
      .whereRaw('?? = o.id', [`${table}.organisation_id`])
      .as(name);

  return {
    async exists(): Promise<boolean> {
      return (await db.connection('organisations').select('id').limit(1)).length > 0;
    },

    async list(scope: Scope): Promise<Organisation[]> {
      const query = db
        .connection('organisations as o')
        .select('o.id', 'o.parent_id', 'o.kind', 'o.name')
        .select(
          counted('institutions', 'institutions'),
          counted('contact_points', 'contact_points'),
          counted('accounts', 'staff').whereNull('accounts.disabled_at'),
        )
        .orderBy('o.name');
      return z.array(Row).parse(await scoped(query, scope, 'o.id'));
    },

    async insert({ id, parentId, kind, name, createdAt }: NewOrganisation): Promise<void> {
      await db.connection('organisations').insert({ id, parent_id: parentId, kind, name, created_at: createdAt });
    },

    async rename(id: OrganisationId, name: string): Promise<void> {
      await db.connection('organisations').where({ id }).update({ name });
    },
  };
}
