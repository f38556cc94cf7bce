import { CasePicture } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { OrganisationId, PictureId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const Row = CasePicture.omit({ takenAt: true })
  .extend({ taken_at: CasePicture.shape.takenAt })
  .transform(({ taken_at: takenAt, ...row }): CasePicture => ({ ...row, takenAt }));

/** Rows of `case_pictures`. Whose case it is, is for the caller to know. */
export function createPicturesRepository(db: Database) {
  const table = () => db.connection('case_pictures');
  return {
    async insert(
      picture: CasePicture & { organisationId: OrganisationId; caseId: ServiceCaseId; jpeg: Buffer },
    ): Promise<void> {
      await table().insert({
        id: picture.id,
        organisation_id: picture.organisationId,
        case_id: picture.caseId,
        taken_at: picture.takenAt,
        jpeg: picture.jpeg,
        bytes: picture.bytes,
      });
    },
    /** The first first, without what they show. */
    async list(caseId: ServiceCaseId): Promise<CasePicture[]> {
      const found = await table()
        .where({ case_id: caseId })
        .orderBy(['taken_at', 'id'])
        .select('id', 'taken_at', 'bytes');
      return z.array(Row).parse(found);
    },
    async find(caseId: ServiceCaseId, id: PictureId): Promise<Buffer | undefined> {
      const [row] = await table().where({ case_id: caseId, id }).select('jpeg');
      return row === undefined ? undefined : z.object({ jpeg: z.instanceof(Buffer) }).parse(row).jpeg;
    },
    async delete(caseId: ServiceCaseId, id: PictureId): Promise<void> {
      await table().where({ case_id: caseId, id }).delete();
    },
  };
}
