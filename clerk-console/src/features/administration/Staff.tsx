import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { StaffMember } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { UserX } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../app/account.ts';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Listing } from './Listing.tsx';
import { StaffActions } from './StaffActions.tsx';
import { staffKey, useStaff } from './use-organisation.ts';

export function Staff() {
  const say = useMessages();
  const account = useAccount();
  const { api } = useConsole();
  const cache = useQueryClient();
  const [leaver, setLeaver] = useState<StaffMember | null>(null);
  const disable = useMutation({
    mutationFn: ({ id }: StaffMember) => api.call(routes.disableStaff, { params: { accountId: id } }),
    onSuccess: () => setLeaver(null),
    onSettled: () => cache.invalidateQueries({ queryKey: staffKey }),
  });
  return (
    <Listing query={useStaff()}>
      {(rows) => (
        <>
          <Table
            label={say('administration.staff')}
            rows={rows}
            initialSort={{ column: 'name', direction: 'ascending' }}
            columns={[
              { id: 'name', header: say('column.name'), sortBy: (row) => row.name, cell: (row) => row.name },
              {
                id: 'username',
                header: say('sign-in.username'),
                sortBy: (row) => row.username,
                cell: (row) => row.username,
              },
              {
                id: 'post',
                header: say('column.post'),
                sortBy: (row) => row.post,
                cell: (row) => say(`post.${row.post}`),
              },
              { id: 'job', header: say('column.job-title'), cell: (row) => row.jobTitle ?? '—' },
              {
                id: 'state',
                header: say('column.state'),
                cell: (row) => (
                  <StatusBadge tone={row.disabled ? 'neutral' : 'good'}>
                    {say(row.disabled ? 'staff.disabled' : 'staff.enabled')}
                  </StatusBadge>
                ),
              },
              {
                id: 'actions',
                header: say('column.actions'),
                cell: (row) =>
                  !row.disabled &&
                  row.id !== account.id && <StaffActions member={row} onDisable={() => setLeaver(row)} />,
              },
            ]}
          />
          {/* Access that is taken away cannot be given back here, so this one is asked. */}
          <Dialog
            title={say('staff.disable.title', { name: leaver?.name ?? '' })}
            isOpen={leaver !== null}
            onClose={() => setLeaver(null)}
            isAlert
            actions={
              <Button
                variant="danger"
                icon={UserX}
                isPending={disable.isPending}
                onPress={() => leaver && disable.mutate(leaver)}
              >
                {say('staff.disable')}
              </Button>
            }
          >
            <p>{say('staff.disable.means')}</p>
            {disable.isError && <Notice tone="bad" title={say(problemMessage(disable.error))} />}
          </Dialog>
        </>
      )}
    </Listing>
  );
}
