import type { InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './SchedulesScreen.module.css';
import { useInstitutions } from './schedule-queries.ts';
import { Unread } from './Unread.tsx';

interface InstitutionChoiceProps {
  readonly title: string;
  readonly empty: ReactNode;
  readonly children: (institutionId: InstitutionId) => ReactNode;
}

/** A screen of one institution: its head, with a choice where the organisation has several. */
export function InstitutionChoice({ title, empty, children }: InstitutionChoiceProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const institutions = useInstitutions();
  const [address, setAddress] = useSearchParams();
  const all = institutions.data ?? [];
  const chosen = all.find(({ code }) => code === address.get('institution')) ?? all[0];
  return (
    <>
      <header className={styles.head} aria-busy={institutions.isPending}>
        <h1 className={styles.title}>{title}</h1>
        {chosen && all.length > 1 && (
          <div className={styles.institution}>
            <Select
              label={say('schedules.institution')}
              items={all.map(({ id, name }) => ({ id, label: name[language] }))}
              value={chosen.id}
              onChange={(id) => {
                const next = all.find((each) => each.id === id);
                if (next) setAddress({ institution: next.code }, { replace: true });
              }}
            />
          </div>
        )}
      </header>
      {institutions.isError && (
        <Unread
          title={say('calendar.not-read')}
          error={institutions.error}
          onAgain={() => void institutions.refetch()}
        />
      )}
      {chosen ? children(chosen.id) : institutions.data && empty}
    </>
  );
}
