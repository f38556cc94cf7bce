import type { AuditEntry } from '@remote-clerk/shared/contracts/http/audit.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { useMessages } from '../../messages/use-messages.ts';

/** As much of an id as tells two apart at a glance; the whole is in what is taken out. */
const short = (id: string | null) => id?.slice(0, 8) ?? '';
const actorOf = ({ actor }: AuditEntry) => actor.name ?? `${actor.kind} ${short(actor.id)}`.trim();
const subjectOf = ({ subject, case: of }: AuditEntry) => {
  if (of?.number) return of.number;
  return subject ? `${subject.kind} ${short(subject.id)}` : '—';
};

export function EntriesTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const say = useMessages();
  const format = useFormat();
  return (
    <Table
      label={say('place.record')}
      rows={entries}
      empty={say('record.none')}
      columns={[
        { id: 'number', header: say('record.number'), isNumber: true, cell: (row) => row.number ?? '…' },
        { id: 'at', header: say('column.at'), sortBy: (row) => row.at, cell: (row) => format.shortDateTime(row.at) },
        { id: 'actor', header: say('column.actor'), sortBy: actorOf, cell: actorOf },
        { id: 'action', header: say('column.action'), sortBy: (row) => row.action, cell: (row) => row.action },
        { id: 'subject', header: say('column.subject'), cell: subjectOf },
        { id: 'reason', header: say('record.reason'), cell: (row) => row.reason ?? '—' },
        { id: 'where', header: say('record.source'), cell: (row) => row.sourceIp ?? '—' },
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
  );
}
