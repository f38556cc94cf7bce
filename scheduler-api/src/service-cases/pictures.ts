import { largestPicture } from '@remote-clerk/shared/contracts/http/people.ts';
import type { CasePicture } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { type AccountId, type ConsultationId, PictureId, type ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { ConsultationLookup } from '../consultations/consultation-lookup.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { KioskPrincipal } from '../http/principal.ts';
import { createPicturesRepository } from './pictures-repository.ts';
import { byCitizen, type ServiceCasesService } from './service-cases-service.ts';

const mostPictures = 20;
/** How every JPEG begins: start of image, and the first byte of the next marker. */
const jpegBegins = Buffer.from([0xff, 0xd8, 0xff]);

type Needs = Pick<Context, 'db' | 'clock' | 'ids' | 'audit'> & {
  consultations: ConsultationLookup;
  cases: Pick<ServiceCasesService, 'find' | 'getOwn' | 'step'>;
};

/** Still pictures that are taken in the call and stay in the case. Who saw one is on record. */
export function createPictures({ db, clock, ids, audit, consultations, cases }: Needs) {
  const pictures = createPicturesRepository(db);
  const subject = (id: PictureId) => ({ kind: 'picture', id });

  return {
    /**
     * @param encoded JPEG as base64
     * @throws ProblemError `invalid-request` for what is no JPEG, `too-large`, `illegal-transition` outside of the call and
     *   when the case has as many as can be
     */
    async save(
      scope: OrganisationScope,
      kiosk: KioskPrincipal,
      id: ConsultationId,
      encoded: string,
    ): Promise<CasePicture> {
      const jpeg = Buffer.from(encoded, 'base64');
      return db.transaction(async () => {
        // Locked, so that two at once cannot be one too many.
        const consultation = await consultations.getLocked(scope, id);
        if (consultation.kioskId !== kiosk.kioskId) throw new ProblemError('not-found');
        if (consultation.state !== 'live') throw new ProblemError('illegal-transition', 'The call does not take place');
        if (jpeg.length > largestPicture) throw new ProblemError('too-large');
        if (!jpeg.subarray(0, jpegBegins.length).equals(jpegBegins))
          throw new ProblemError('invalid-request', undefined, {
            fields: [{ pointer: '/body/jpeg', detail: 'Not a JPEG' }],
          });
        const { id: caseId, organisationId } = await cases.find(systemScope, id);
        if ((await pictures.list(caseId)).length >= mostPictures)
          throw new ProblemError('illegal-transition', 'The case has as many pictures as it can');
        const picture: CasePicture = { id: PictureId.parse(ids.uuid()), takenAt: clock.now(), bytes: jpeg.length };
        await pictures.insert({ ...picture, caseId, organisationId, jpeg });
        await cases.step(id, 'picture-taken', byCitizen);
        await audit.record({
          organisationId,
          actor: { kind: 'kiosk', id: kiosk.kioskId },
          action: 'picture.take',
          subject: subject(picture.id),
        });
        return picture;
      });
    },

    /** @returns JPEG as base64 @throws ProblemError `not-found` for a picture of a case that is not one's own */
    async read(
      scope: OrganisationScope,
      specialistId: AccountId,
      caseId: ServiceCaseId,
      id: PictureId,
    ): Promise<string> {
      await cases.getOwn(scope, specialistId, caseId);
      const jpeg = await pictures.find(caseId, id);
      if (!jpeg) throw new ProblemError('not-found');
      return jpeg.toString('base64');
    },

    /** @throws ProblemError `illegal-transition` once the case is closed */
    async delete(scope: OrganisationScope, request: StaffRequest, caseId: ServiceCaseId, id: PictureId): Promise<void> {
      await db.transaction(async () => {
        const { status } = await cases.getOwn(scope, request.principal.accountId, caseId);
        if (!(await pictures.list(caseId)).some((picture) => picture.id === id)) throw new ProblemError('not-found');
        if (status === 'closed') throw new ProblemError('illegal-transition', 'The case is closed');
        await pictures.delete(caseId, id);
        await audit.recordStaff(request, 'picture.delete', subject(id));
      });
    },
  };
}
export type Pictures = ReturnType<typeof createPictures>;
