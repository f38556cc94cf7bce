import { z } from 'zod';
import { AccountId, ContactPointId, InstitutionId, OrganisationId } from '../../domain/ids.ts';
import { Permission, StaffPost } from '../permissions.ts';

/** Who is signed in. */
export const Account = z
  .object({
    id: AccountId,
    username: z.string(),
    name: z.string(),
    jobTitle: z.string().nullable(),
    post: StaffPost,
    /** All that the account may do anywhere: what a screen offers follows from it. */
    permissions: z.array(Permission),
    organisation: z.object({ id: OrganisationId, name: z.string() }),
    /** A specialist's institution. */
    institutionId: InstitutionId.nullable(),
    /** A clerk's contact point. */
    contactPointId: ContactPointId.nullable(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;
