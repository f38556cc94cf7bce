import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Listing } from './Listing.tsx';
import { useStaff } from './use-organisation.ts';

export function AuditLog() {
  const say = useMessages();
  const format = useFormat();
  const { api } = useConsole();
  const { data: staff = [] } = useStaff();
  const audit = useInfiniteQuery({
    queryKey: ['audit'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => api.call(routes.listAudit, { query: { ...(pageParam && { cursor: pageParam }) } }),
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
  const actorWords = (actor: { kind: string; id: string | null }) =>
    staff.find(({ id }) => id === actor.id)?.name ?? [actor.kind, actor.id?.slice(0, 8)].filter(Boolean).join(' ');
  return (
    <Listing query={audit}>
      {({ pages }) => (
        <>
          <Table
            label={say('administration.audit')}
            rows={pages.flatMap((page) => page.entries)}
            columns={[
              {
                id: 'at',
                header: say('column.at'),
                sortBy: (row) => row.at,
                cell: (row) => format.shortDateTime(row.at),
              },
              { id: 'actor', header: say('column.actor'), cell: (row) => actorWords(row.actor) },
              { id: 'action', header: say('column.action'), sortBy: (row) => row.action, cell: (row) => row.action },
              {
                id: 'subject',
                header: say('column.subject'),
                cell: (row) => (row.subject ? `${row.subject.kind} ${row.subject.id.slice(0, 8)}` : '—'),
              },
              {
                id: 'result',
                header: say('column.result'),
                sortBy: (row) => row.result,
                cell: (row) => (
                  <StatusBadge tone={row.result === 'done' ? 'good' : 'warn'}>{say(`audit.${row.result}`)}</StatusBadge>
                ),
              },
            ]}
          />
          {audit.hasNextPage && (
            <Button isPending={audit.isFetchingNextPage} onPress={() => void audit.fetchNextPage()}>
              {say('cases.more')}
            </Button>
          )}
        </>
      )}
    </Listing>
  );
}
