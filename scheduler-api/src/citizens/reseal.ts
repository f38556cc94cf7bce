import type { Context } from '../context.ts';
import type { IdentitiesRepository } from './identities-repository.ts';
import type { PersonalCodes } from './personal-codes.ts';

/** As many at a time, and in one transaction. */
const batch = 200;

type Needs = Pick<Context, 'db' | 'logger'> & {
  repository: Pick<IdentitiesRepository, 'listClosedWith' | 'countOthers' | 'replaceCode'>;
  codes: PersonalCodes;
};

/** Closes codes anew with the first key of the file: once none is left that an older one has closed, that one can go. */
export function createReseal({ db, logger, repository, codes }: Needs) {
  const { currentKeyId, olderKeyIds } = codes;

  return async (): Promise<void> => {
    const lost = await repository.countOthers([currentKeyId, ...olderKeyIds]);
    if (lost > 0)
      logger.error({ count: lost }, 'personal codes cannot be opened: their key is not in CITIZEN_KEY_FILE');
    const outdated = await repository.listClosedWith(olderKeyIds, batch);
    if (outdated.length === 0) return;
    await db.transaction(async () => {
      for (const { caseId, organisationId, code } of outdated) {
        if (code)
          await repository.replaceCode(
            caseId,
            code.sealed,
            codes.close(codes.open(code, caseId), organisationId, caseId),
          );
      }
    });
    logger.info({ count: outdated.length, keyId: currentKeyId }, 'personal codes were closed anew');
  };
}
