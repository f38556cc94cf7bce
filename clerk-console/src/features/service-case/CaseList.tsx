import type { ServiceCaseSummary } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { FolderOpen, SearchX } from 'lucide-react';
import type { ComponentProps } from 'react';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CasesScreen.module.css';
import type { useCases } from './use-cases.ts';

type TableColumns = ComponentProps<typeof Table<ServiceCaseSummary>>['columns'];
const narrowColumns = ['service', 'asked', 'status'];

interface CaseListProps {
  readonly cases: ReturnType<typeof useCases>;
  readonly rows: readonly ServiceCaseSummary[];
  readonly isFiltered: boolean;
  /** A case is open beside the list: the columns that matter most remain. */
  readonly isNarrow: boolean;
  readonly onOpen: (row: ServiceCaseSummary) => void;
}

export function CaseList({ cases, rows, isFiltered, isNarrow, onOpen }: CaseListProps) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const columns: TableColumns = [
    {
      id: 'service',
      header: say('case.service'),
      cell: (row) => (
        <div className={styles.name}>
          <span>{row.service[language]}</span>
          <span className={styles.number}>{row.number}</span>
        </div>
      ),
    },
    {
      id: 'asked',
      header: say('case.asked'),
      sortBy: (row) => Date.parse(row.askedAt),
      cell: (row) => format.shortDateTime(row.askedAt),
    },
    { id: 'contact-point', header: say('case.contact-point'), cell: (row) => row.contactPoint },
    {
      id: 'outcome',
      header: say('case.outcome'),
      cell: (row) => (row.outcome ? say(`outcome.${row.outcome}`) : '—'),
    },
    {
      id: 'status',
      header: say('cases.status'),
      cell: (row) => (
        <StatusBadge tone={row.status === 'open' ? 'info' : 'neutral'}>
          {say(row.status === 'open' ? 'case.open' : 'case.closed')}
        </StatusBadge>
      ),
    },
  ];
  const problem = cases.isError && (
    <Notice
      tone="bad"
      title={say('cases.not-read')}
      todo={say(problemMessage(cases.error))}
      actions={<Button onPress={() => void cases.refetch()}>{say('away.again')}</Button>}
    />
  );
  if (cases.isPending) return <div className={styles.loading} aria-busy="true" />;
  if (rows.length === 0) {
    return (
      problem || (
        <EmptyState
          icon={isFiltered ? SearchX : FolderOpen}
          title={say(isFiltered ? 'cases.none-found' : 'cases.none')}
        >
          {say(isFiltered ? 'cases.none-found.help' : 'cases.none.help')}
        </EmptyState>
      )
    );
  }
  return (
    <>
      {problem}
      <div className={styles.table} aria-busy={cases.isPlaceholderData}>
        <Table
          label={say('place.cases')}
          rows={rows}
          onOpen={onOpen}
          initialSort={{ column: 'asked', direction: 'descending' }}
          columns={columns.filter(({ id }) => !isNarrow || narrowColumns.includes(id))}
        />
        <p className={styles.count}>
          {say('cases.shown', { count: rows.length })}
          {cases.hasNextPage && (
            <Button isPending={cases.isFetchingNextPage} onPress={() => void cases.fetchNextPage()}>
              {say('cases.more')}
            </Button>
          )}
        </p>
      </div>
    </>
  );
}
