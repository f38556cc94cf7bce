import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { useQuery } from '@tanstack/react-query';
import { Building } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { LeaveGuard } from '../editor/LeaveGuard.tsx';
import { Unread } from '../Unread.tsx';
import styles from './Opening.module.css';
import { OpeningEditor } from './OpeningEditor.tsx';

/** When contact points let people in. */
export function OpeningHoursSection() {
  const say = useMessages();
  const { api } = useConsole();
  const [isTyped, setIsTyped] = useState(false);
  const [chosen, setChosen] = useState<ContactPointId | null>(null);
  const contactPoints = useQuery({
    queryKey: ['organisation', 'contact-points'],
    queryFn: async () => (await api.call(organisationRoutes.listContactPoints)).contactPoints,
  });
  const all = contactPoints.data ?? [];
  const contactPointId = chosen ?? all[0]?.id ?? null;
  return (
    <div className={styles.section} aria-busy={contactPoints.isPending}>
      {contactPoints.isError && (
        <Unread
          title={say('calendar.not-read')}
          error={contactPoints.error}
          onAgain={() => void contactPoints.refetch()}
        />
      )}
      {contactPoints.data && all.length === 0 && (
        <EmptyState icon={Building} title={say('schedules.opening.none')}>
          {say('schedules.opening.none.help')}
        </EmptyState>
      )}
      {contactPointId && (
        <LeaveGuard isTyped={isTyped}>
          {(leave) => (
            <>
              <div className={styles.choice}>
                <Select
                  label={say('schedules.opening.contact-point')}
                  items={all.map(({ id, name, address }) => ({ id, label: name, description: address }))}
                  value={contactPointId}
                  onChange={(id) =>
                    leave(() => {
                      setChosen(id);
                      setIsTyped(false);
                    })
                  }
                />
              </div>
              <Read key={contactPointId} contactPointId={contactPointId} isTyped={isTyped} onTyped={setIsTyped} />
            </>
          )}
        </LeaveGuard>
      )}
    </div>
  );
}

interface ReadProps {
  readonly contactPointId: ContactPointId;
  /** Something is typed that is not saved. */
  readonly isTyped: boolean;
  readonly onTyped: (isTyped: boolean) => void;
}

function Read({ contactPointId, isTyped, onTyped }: ReadProps) {
  const say = useMessages();
  const { api } = useConsole();
  const opening = useQuery({
    queryKey: ['opening-hours', contactPointId],
    queryFn: () => api.call(scheduleRoutes.readOpeningHours, { params: { contactPointId } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (opening.isError)
    return <Unread title={say('calendar.not-read')} error={opening.error} onAgain={() => void opening.refetch()} />;
  if (!opening.data) return <div aria-busy="true" />;
  return <OpeningEditor contactPointId={contactPointId} read={opening.data} isTyped={isTyped} onTyped={onTyped} />;
}
