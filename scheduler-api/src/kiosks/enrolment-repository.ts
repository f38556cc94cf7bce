import { ContactPointId, KioskId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const Code = z
  .object({ kiosk_id: KioskId, organisation_id: OrganisationId })
  .transform((row) => ({ kioskId: row.kiosk_id, organisationId: row.organisation_id }));
const Session = z
  .object({ kiosk_id: KioskId, organisation_id: OrganisationId, contact_point_id: ContactPointId })
  .transform((row) => ({
    kioskId: row.kiosk_id,
    organisationId: row.organisation_id,
    contactPointId: row.contact_point_id,
  }));

/** How a kiosk becomes known: codes, challenges and short sessions. Secrets are kept only as hashes. */
export function createEnrolmentRepository(db: Database) {
  return {
    async insertCode(code: {
      hash: string;
      kioskId: KioskId;
      organisationId: OrganisationId;
      expiresAt: Instant;
    }): Promise<void> {
      await db.connection('enrolment_codes').insert({
        code_hash: code.hash,
        organisation_id: code.organisationId,
        kiosk_id: code.kioskId,
        expires_at: code.expiresAt,
      });
    },

    /** No code made for the kiosk so far works any more. */
    async cancelCodes(kioskId: KioskId, now: Instant): Promise<void> {
      await db.connection('enrolment_codes').where({ kiosk_id: kioskId }).whereNull('used_at').update({ used_at: now });
    },

    /** Uses a code up. @returns whose it is, or undefined for a code that is unknown, used or too old */
    async takeCode(hash: string, now: Instant) {
      const [row] = await db
        .connection('enrolment_codes')
        .where({ code_hash: hash })
        .whereNull('used_at')
        .where('expires_at', '>', now)
        .update({ used_at: now })
        .returning(['kiosk_id', 'organisation_id']);
      return row === undefined ? undefined : Code.parse(row);
    },

    async insertChallenge(challenge: { challenge: string; kioskId: KioskId; expiresAt: Instant }): Promise<void> {
      await db
        .connection('kiosk_challenges')
        .insert({ challenge: challenge.challenge, kiosk_id: challenge.kioskId, expires_at: challenge.expiresAt });
    },
    /** Uses a challenge up. @returns whether it was one for this kiosk, unused and in time */
    async takeChallenge(challenge: string, kioskId: KioskId, now: Instant): Promise<boolean> {
      return (
        (await db
          .connection('kiosk_challenges')
          .where({ challenge, kiosk_id: kioskId })
          .where('expires_at', '>', now)
          .delete()) === 1
      );
    },

    async insertSession(session: {
      hash: string;
      kioskId: KioskId;
      organisationId: OrganisationId;
      expiresAt: Instant;
    }): Promise<void> {
      await db.connection('kiosk_sessions').insert({
        token_hash: session.hash,
        organisation_id: session.organisationId,
        kiosk_id: session.kioskId,
        expires_at: session.expiresAt,
      });
    },
    async findSession(hash: string, now: Instant) {
      const [row] = await db
        .connection('kiosk_sessions as s')
        .join('kiosks as k', 'k.id', 's.kiosk_id')
        .where('s.token_hash', hash)
        .where('s.expires_at', '>', now)
        .whereNotNull('k.public_key')
        .select('s.kiosk_id', 's.organisation_id', 'k.contact_point_id');
      return row === undefined ? undefined : Session.parse(row);
    },
    async endSessions(kioskId: KioskId): Promise<void> {
      await db.connection('kiosk_sessions').where({ kiosk_id: kioskId }).delete();
    },

    async deleteExpired(now: Instant): Promise<void> {
      for (const table of ['kiosk_challenges', 'kiosk_sessions'])
        await db.connection(table).where('expires_at', '<=', now).delete();
    },
  };
}
