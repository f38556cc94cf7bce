import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import type { SpecialistCalendar } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { InstitutionId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';

export type PeopleFilter = {
  readonly name: string;
  readonly serviceId: PublicServiceId | null;
  readonly skill: string | null;
};

/** The institution's services, and who of its people is left by a search. */
export function usePeople(institutionId: InstitutionId, calendars: readonly SpecialistCalendar[]) {
  const { api } = useConsole();
  const { language } = useLanguage();
  const [filter, setFilter] = useState<PeopleFilter>({ name: '', serviceId: null, skill: null });
  const { data: staff = [] } = useQuery({
    queryKey: ['organisation', 'staff'],
    queryFn: async () => (await api.call(organisationRoutes.listStaff)).staff,
  });
  const { data: all = [] } = useQuery({
    queryKey: ['organisation', 'services'],
    queryFn: async () => (await api.call(organisationRoutes.listPublicServices)).services,
  });
  const services = all.filter((service) => service.institutionId === institutionId);
  const own = new Set(calendars.map(({ specialist }) => specialist.id));
  const skills = [...new Set(staff.flatMap((member) => (own.has(member.id) ? member.skills : [])))].toSorted();
  const wanted = filter.name.trim().toLocaleLowerCase(language);

  const isFound = ({ specialist: { id, name, jobTitle } }: SpecialistCalendar) => {
    const member = staff.find((each) => each.id === id);
    const service = services.find((each) => each.id === filter.serviceId);
    const isSkilled = (skill: string | null) => skill !== null && Boolean(member?.skills.includes(skill));
    return (
      `${name} ${jobTitle}`.toLocaleLowerCase(language).includes(wanted) &&
      (!service || member?.serviceIds.includes(service.id) || isSkilled(service.skill)) &&
      (filter.skill === null || isSkilled(filter.skill))
    );
  };
  const { compare } = new Intl.Collator(language);
  const people = calendars.filter(isFound).toSorted((a, b) => compare(a.specialist.name, b.specialist.name));
  return { people, services, skills, filter, setFilter };
}
