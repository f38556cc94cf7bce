import type { OnDuty } from '@remote-clerk/shared/contracts/people.ts';
import type { AccountId, InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { ConsultationLookup } from '../consultations/consultation-lookup.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import { isAtWork, type SpecialistsService } from '../specialists/specialists-service.ts';
import type { GuestBook } from './guest-book.ts';

type Needs = {
  specialists: SpecialistsService;
  catalogue: Pick<CatalogueService, 'listInstitutions'>;
  consultations: ConsultationLookup;
  guestBook: Pick<GuestBook, 'listAway'>;
};

type Roster = OnDuty & { institutionId: InstitutionId };

/** Who of an organisation is at work now and can be asked into a colleague's consultation. */
export function createDutyRoster({ specialists, catalogue, consultations, guestBook }: Needs) {
  async function list(scope: OrganisationScope, except: AccountId): Promise<Roster[]> {
    const staff = (await specialists.listAll(scope)).filter((one) => isAtWork(one) && one.id !== except);
    const institutions = new Map((await catalogue.listInstitutions(scope)).map(({ id, name }) => [id, name]));
    const interpreters = await specialists.listInterpreters(scope);
    const away = await guestBook.listAway(staff.map(({ id }) => id));
    const people: Roster[] = [];
    for (const one of staff) {
      const institution = institutions.get(one.institutionId);
      if (!institution) continue;
      people.push({
        accountId: one.id,
        institutionId: one.institutionId,
        role: interpreters.has(one.id) ? 'interpreter' : 'colleague',
        name: one.name,
        jobTitle: one.jobTitle,
        institution,
        languages: one.spoken,
        free: !away.has(one.id) && (await consultations.findEngaging(systemScope, one.id)) === undefined,
      });
    }
    return people.toSorted((a, b) => Number(b.free) - Number(a.free) || a.name.localeCompare(b.name, 'lv'));
  }

  return {
    /** The free ones first. */
    list,
    /** @throws ProblemError `not-found` for somebody who is not on duty */
    async get(scope: OrganisationScope, except: AccountId, id: AccountId): Promise<Roster> {
      const found = (await list(scope, except)).find(({ accountId }) => accountId === id);
      if (!found) throw new ProblemError('not-found');
      return found;
    },
  };
}
export type DutyRoster = ReturnType<typeof createDutyRoster>;
