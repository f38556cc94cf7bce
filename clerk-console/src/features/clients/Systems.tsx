import type { ApiClient } from '@remote-clerk/shared/contracts/http/clients.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { KeyRound, Plus, Unplug } from 'lucide-react';
import { useState } from 'react';
import { AskOnce } from '../../app/AskOnce.tsx';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from '../administration/AdministrationScreen.module.css';
import { Listing } from '../administration/Listing.tsx';
import { NewSystem } from './NewSystem.tsx';
import { SystemSecrets } from './SystemSecrets.tsx';
import { useClientCommands, useClients } from './use-clients.ts';

/** Other systems that may ask what rights the organisation's people have. */
export function Systems() {
  const say = useMessages();
  const format = useFormat();
  const { create, renew, disable } = useClientCommands();
  const [isAdding, setIsAdding] = useState(false);
  const told = renew.data ?? create.data;
  const error = renew.error ?? disable.error;
  return (
    <Listing query={useClients()}>
      {(rows) => (
        <>
          <div className={styles.actions}>
            <Button icon={Plus} onPress={() => setIsAdding(true)}>
              {say('system.add')}
            </Button>
          </div>
          {told && <SystemSecrets told={told} />}
          {error && <Notice tone="bad" title={say(problemMessage(error))} />}
          <Table
            label={say('administration.systems')}
            rows={rows}
            empty={say('system.none')}
            columns={[
              { id: 'name', header: say('column.name'), sortBy: (row) => row.name, cell: (row) => row.name },
              { id: 'state', header: say('column.state'), cell: (row) => <SystemState system={row} /> },
              {
                id: 'used',
                header: say('system.last-used'),
                cell: (row) => (row.lastUsedAt ? format.dateTime(row.lastUsedAt) : say('system.never-used')),
              },
              {
                id: 'actions',
                header: say('column.actions'),
                cell: (row) => (
                  <div className={styles.actions}>
                    <AskOnce
                      icon={KeyRound}
                      label={say('system.renew')}
                      question={`${say('system.renew.sure', { system: row.name })} ${say('system.renew.means')}`}
                      yes={say('system.renew')}
                      no={say('schedules.change.back')}
                      isPending={renew.isPending && renew.variables.id === row.id}
                      onYes={() => renew.mutate(row)}
                    />
                    {!row.disabled && (
                      <AskOnce
                        icon={Unplug}
                        label={say('system.disable')}
                        question={`${say('system.disable.sure', { system: row.name })} ${say('system.disable.means')}`}
                        yes={say('system.disable')}
                        no={say('schedules.change.back')}
                        isPending={disable.isPending && disable.variables.id === row.id}
                        onYes={() => disable.mutate(row)}
                      />
                    )}
                  </div>
                ),
              },
            ]}
          />
          {isAdding && (
            <NewSystem
              command={create}
              onClose={() => {
                setIsAdding(false);
                if (create.isError) create.reset();
              }}
            />
          )}
        </>
      )}
    </Listing>
  );
}

function SystemState({ system }: { readonly system: ApiClient }) {
  const say = useMessages();
  if (system.disabled) return <StatusBadge tone="neutral">{say('system.disabled')}</StatusBadge>;
  if (!system.pushProblem) return <StatusBadge tone="good">{say('system.well')}</StatusBadge>;
  return (
    <StatusBadge tone="bad">
      {say(`system.push-problem.${system.pushProblem}`)}, {say('system.waiting', { count: system.waitingPushes })}
    </StatusBadge>
  );
}
