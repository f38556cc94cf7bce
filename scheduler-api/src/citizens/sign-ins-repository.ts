import { CitizenSignInId, type KioskId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const Row = z
  .object({
    id: CitizenSignInId,
    organisation_id: OrganisationId,
    checks_sealed: z.string().nullable(),
    citizen_sealed: z.string().nullable(),
    expires_at: Instant,
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    checks: row.checks_sealed,
    citizen: row.citizen_sealed,
    expiresAt: row.expires_at,
  }));

type StoredSignIn = z.output<typeof Row> & { kioskId: KioskId };

/** Rows of `citizen_sign_ins`: what is under way at each kiosk. */
export function createSignInsRepository(db: Database) {
  const table = () => db.connection('citizen_sign_ins');
  return {
    async put(signIn: StoredSignIn): Promise<void> {
      const row = {
        kiosk_id: signIn.kioskId,
        id: signIn.id,
        organisation_id: signIn.organisationId,
        checks_sealed: signIn.checks,
        citizen_sealed: signIn.citizen,
        expires_at: signIn.expiresAt,
      };
      await table().insert(row).onConflict('kiosk_id').merge();
    },
    /** Once: whoever takes it finds it, nobody after. */
    async take(kioskId: KioskId, id: CitizenSignInId) {
      const row = await table().where({ kiosk_id: kioskId, id }).first();
      const taken = await table().where({ kiosk_id: kioskId, id }).delete();
      return taken === 1 ? Row.parse(row) : undefined;
    },
    async forget(kioskId: KioskId): Promise<void> {
      await table().where({ kiosk_id: kioskId }).delete();
    },
    async deleteExpired(now: Instant): Promise<void> {
      await table().where('expires_at', '<=', now).delete();
    },
  };
}
