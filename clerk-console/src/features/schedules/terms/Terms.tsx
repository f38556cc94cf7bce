import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import type { InstitutionId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Unread } from '../Unread.tsx';
import styles from './Terms.module.css';
import { TermsForm } from './TermsForm.tsx';

/** How each of the institution's services is booked. */
export function Terms({ institutionId }: { readonly institutionId: InstitutionId }) {
  const say = useMessages();
  const { language } = useLanguage();
  const { api } = useConsole();
  const [chosen, setChosen] = useState<PublicServiceId | null>(null);
  const services = useQuery({
    queryKey: ['organisation', 'services'],
    queryFn: async () => (await api.call(organisationRoutes.listPublicServices)).services,
  });
  const own = services.data?.filter((service) => service.institutionId === institutionId) ?? [];
  const service = own.find(({ id }) => id === chosen) ?? own[0];
  return (
    <div className={styles.section} aria-busy={services.isPending}>
      {services.isError && (
        <Unread title={say('calendar.not-read')} error={services.error} onAgain={() => void services.refetch()} />
      )}
      {services.data && !service && <EmptyState icon={FolderOpen} title={say('schedules.terms.none')} />}
      {service && (
        <>
          <Select
            label={say('schedules.terms.service')}
            items={own.map(({ id, name }) => ({ id, label: name[language] }))}
            value={service.id}
            onChange={setChosen}
          />
          <TermsForm key={service.id} service={service} />
        </>
      )}
    </div>
  );
}
