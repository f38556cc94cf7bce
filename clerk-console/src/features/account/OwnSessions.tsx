import type { OwnSession } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { LogOut } from 'lucide-react';
import { AskOnce } from '../../app/AskOnce.tsx';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './account.module.css';
import { useEndSessions, useOwnSessions } from './use-security.ts';

/** Where one is signed in; what one does not know again can be ended. */
export function OwnSessions() {
  const say = useMessages();
  const format = useFormat();
  const sessions = useOwnSessions();
  const end = useEndSessions();
  const hasOthers = sessions.data?.some(({ isCurrent }) => !isCurrent);
  const isEnding = (which: OwnSession['id'] | 'others') => end.isPending && end.variables === which;
  return (
    <section className={styles.section} aria-labelledby="own-sessions" aria-busy={sessions.isPending}>
      <h2 id="own-sessions" className={styles.heading}>
        {say('sessions.title')}
      </h2>
      <p className={styles.soft}>{say('sessions.help')}</p>
      {sessions.isError && <Notice tone="bad" title={say(problemMessage(sessions.error))} />}
      {end.isError && <Notice tone="bad" title={say(problemMessage(end.error))} />}
      {sessions.data && (
        <Table
          label={say('sessions.title')}
          rows={sessions.data}
          initialSort={{ column: 'used', direction: 'descending' }}
          columns={[
            { id: 'device', header: say('sessions.device'), cell: ({ device }) => device || say('sessions.no-device') },
            { id: 'method', header: say('sessions.method'), cell: ({ method }) => say(`sessions.by-${method}`) },
            {
              id: 'since',
              header: say('sessions.since'),
              sortBy: ({ startedAt }) => startedAt,
              cell: ({ startedAt }) => format.shortDateTime(startedAt),
            },
            {
              id: 'used',
              header: say('sessions.used'),
              sortBy: ({ lastUsedAt }) => lastUsedAt,
              cell: ({ lastUsedAt }) => format.shortDateTime(lastUsedAt),
            },
            {
              id: 'actions',
              header: say('column.actions'),
              cell: ({ id, isCurrent }) =>
                isCurrent ? (
                  <StatusBadge tone="good">{say('sessions.this')}</StatusBadge>
                ) : (
                  <AskOnce
                    icon={LogOut}
                    label={say('sessions.end')}
                    question={say('sessions.end.ask')}
                    yes={say('sessions.end')}
                    no={say('account.cancel')}
                    isPending={isEnding(id)}
                    onYes={() => end.mutate(id)}
                  />
                ),
            },
          ]}
        />
      )}
      {hasOthers && (
        <div className={styles.all}>
          <AskOnce
            icon={LogOut}
            label={say('sessions.end-others')}
            question={say('sessions.end-others.ask')}
            yes={say('sessions.end-others')}
            no={say('account.cancel')}
            isPending={isEnding('others')}
            onYes={() => end.mutate('others')}
          />
        </div>
      )}
    </section>
  );
}
