import { ConsultationId, type KioskId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const Row = z
  .object({ consultation_id: ConsultationId, checks_sealed: z.string(), expires_at: Instant })
  .transform((row) => ({ consultationId: row.consultation_id, checks: row.checks_sealed, expiresAt: row.expires_at }));

/** Rows of `citizen_sign_ins`: what is under way at each kiosk. */
export function createSignInsRepository(db: Database) {
  const table = () => db.connection('citizen_sign_ins');
  return {
    async put(signIn: {
      kioskId: KioskId;
      organisationId: OrganisationId;
      consultationId: ConsultationId;
      checks: string;
      expiresAt: Instant;
    }): Promise<void> {
      const row = {
        kiosk_id: signIn.kioskId,
        organisation_id: signIn.organisationId,
        consultation_id: signIn.consultationId,
        checks_sealed: signIn.checks,
        expires_at: signIn.expiresAt,
      };
      await table().insert(row).onConflict('kiosk_id').merge();
    },
    /** Once: whoever takes it finds it, nobody after. */
    async take(kioskId: KioskId) {
      const [row] = await table().where({ kiosk_id: kioskId }).delete().returning('*');
      return row === undefined ? undefined : Row.parse(row);
    },
    async deleteExpired(now: Instant): Promise<void> {
      await table().where('expires_at', '<=', now).delete();
    },
  };
}
