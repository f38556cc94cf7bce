import type { Right } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { History, ShieldX } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import { RightBadge } from '../parts/RightBadge.tsx';
import { useTermWords } from '../parts/term-words.ts';
import { useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';

interface RightsTableProps {
  readonly rights: readonly Right[];
  readonly onHistory: (right: Right) => void;
  readonly onWithdraw: (right: Right) => void;
}

export function RightsTable({ rights, onHistory, onWithdraw }: RightsTableProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  const term = useTermWords();
  return (
    <div className={page.table}>
      <Table
        label={say('rights.tab.people')}
        rows={rights}
        columns={[
          {
            id: 'person',
            header: say('rights.column.person'),
            sortBy: (row) => row.account.name,
            cell: (row) => (
              <span className={page.cell}>
                {row.account.name}
                {row.account.jobTitle && <span className={page.soft}>{row.account.jobTitle}</span>}
              </span>
            ),
          },
          {
            id: 'role',
            header: say('rights.column.role'),
            sortBy: (row) => roleName(row.role),
            cell: (row) => (
              <span className={page.cell}>
                {roleName(row.role)}
                {row.delegatedBy && (
                  <span className={page.soft}>{say('rights.instead-of.name', { name: row.delegatedBy.name })}</span>
                )}
              </span>
            ),
          },
          {
            id: 'organisation',
            header: say('rights.where'),
            sortBy: (row) => row.organisation.name,
            cell: (row) => row.organisation.name,
          },
          {
            id: 'until',
            header: say('rights.column.last-day'),
            sortBy: (row) => row.validUntil,
            cell: (row) => term.lastDay(row.validUntil),
          },
          {
            id: 'state',
            header: say('column.state'),
            cell: (row) => <RightBadge right={row} />,
          },
          {
            id: 'actions',
            header: say('column.actions'),
            cell: (row) => (
              <div className={page.tools}>
                <IconButton
                  icon={History}
                  label={`${say('rights.history')}: ${row.account.name}`}
                  onPress={() => onHistory(row)}
                />
                {row.withdrawable && (
                  <Button
                    icon={ShieldX}
                    variant="danger"
                    aria-label={`${say('rights.withdraw')}: ${row.account.name}, ${roleName(row.role)}`}
                    onPress={() => onWithdraw(row)}
                  >
                    {say('rights.withdraw')}
                  </Button>
                )}
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}
