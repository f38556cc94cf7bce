import type { InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Tabs } from '@remote-clerk/shared/ui/Tabs.tsx';
import { Building2 } from 'lucide-react';
import type { ComponentType } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Closures } from './closures/Closures.tsx';
import { InstitutionChoice } from './InstitutionChoice.tsx';
import { OpeningHoursSection } from './opening/OpeningHoursSection.tsx';
import { Orphans } from './orphans/Orphans.tsx';
import styles from './SchedulesScreen.module.css';
import { Terms } from './terms/Terms.tsx';
import { WeekSection } from './week/WeekSection.tsx';

const Section = z.enum(['week', 'orphans', 'closures', 'opening', 'services']);
const contents: Record<z.infer<typeof Section>, ComponentType<{ institutionId: InstitutionId }>> = {
  week: WeekSection,
  orphans: Orphans,
  closures: Closures,
  opening: OpeningHoursSection,
  services: Terms,
};

/** The manager's calendars: who works when, what limits bookings, and what has to be moved. */
export function SchedulesScreen() {
  const say = useMessages();
  const navigate = useNavigate();
  const { search } = useLocation();
  const section = Section.catch('week').parse(useParams().section);
  usePageTitle(say('place.schedules'));
  return (
    <main className={styles.screen}>
      <InstitutionChoice
        title={say('place.schedules')}
        empty={
          <EmptyState icon={Building2} title={say('schedules.no-institution')}>
            {say('schedules.no-institution.help')}
          </EmptyState>
        }
      >
        {(institutionId) => (
          <Tabs
            label={say('place.schedules')}
            value={section}
            onChange={(id) => void navigate({ pathname: `/schedules/${id}`, search })}
            items={Section.options.map((id) => {
              const Content = contents[id];
              return {
                id,
                label: say(`schedules.${id}`),
                content: id === section && <Content key={institutionId} institutionId={institutionId} />,
              };
            })}
          />
        )}
      </InstitutionChoice>
    </main>
  );
}
