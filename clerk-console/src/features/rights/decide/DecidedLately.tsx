import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { isOpen } from '@remote-clerk/shared/domain/rights.ts';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import { RequestBadge } from '../parts/RequestBadge.tsx';
import { useTermWords } from '../parts/term-words.ts';
import { useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';

/** What was decided, taken back or ran out, the latest first; nothing while there is none. */
export function DecidedLately({ requests }: { readonly requests: readonly RightRequest[] }) {
  const say = useMessages();
  const roleName = useRoleWords();
  const term = useTermWords();
  const over = requests.filter((request) => !isOpen(request));
  if (over.length === 0) return null;
  return (
    <details className={page.page}>
      <summary className={page.summary}>{say('rights.decide.lately', { count: over.length })}</summary>
      <div className={page.table}>
        <Table
          label={say('rights.decide.lately', { count: over.length })}
          rows={over}
          columns={[
            {
              id: 'name',
              header: say('rights.column.person'),
              sortBy: (row) => row.account.name,
              cell: (row) => row.account.name,
            },
            { id: 'role', header: say('rights.column.role'), cell: (row) => roleName(row.role) },
            { id: 'organisation', header: say('rights.where'), cell: (row) => row.organisation.name },
            {
              id: 'asked',
              header: say('rights.request.asked'),
              sortBy: (row) => row.askedAt,
              cell: (row) => term.day(row.askedAt),
            },
            { id: 'state', header: say('column.state'), cell: (row) => <RequestBadge state={row.state} /> },
            {
              id: 'by',
              header: say('rights.decide.decisions'),
              cell: (row) => row.decisions.map(({ by }) => by.name).join(', ') || '—',
            },
          ]}
        />
      </div>
    </details>
  );
}
