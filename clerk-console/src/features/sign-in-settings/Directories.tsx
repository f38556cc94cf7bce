import type { Directory, DirectorySync } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { ArrowUp, Pencil, Plus, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { problemMessage } from '../../app/problems.ts';
import { type SayConsole, useMessages } from '../../messages/use-messages.ts';
import { Listing } from '../administration/Listing.tsx';
import { DirectoryForm } from './DirectoryForm.tsx';
import styles from './SignInSettings.module.css';
import { useDirectories, useDirectoryCommands } from './use-settings.ts';

/** LDAP directories in the order in which they are trusted. */
export function Directories() {
  const say = useMessages();
  const format = useFormat();
  const [open, setOpen] = useState<Directory | 'new' | null>(null);
  const { synchronise, order } = useDirectoryCommands();
  const error = synchronise.error ?? order.error;
  return (
    <Listing query={useDirectories()}>
      {(rows) => (
        <>
          <p className={styles.soft}>{say('sign-in-settings.directories.help')}</p>
          <div className={styles.actions}>
            <Button icon={Plus} onPress={() => setOpen('new')}>
              {say('sign-in-settings.directory.add')}
            </Button>
          </div>
          {error && <Notice tone="bad" title={say(problemMessage(error))} />}
          <Table
            label={say('sign-in-settings.directories')}
            rows={rows}
            empty={say('sign-in-settings.directories.none')}
            columns={[
              {
                id: 'name',
                header: say('column.name'),
                cell: (row) => (
                  <>
                    {row.name}
                    <span className={styles.address}>{row.url}</span>
                  </>
                ),
              },
              { id: 'domains', header: say('sign-in-settings.domains'), cell: (row) => row.domains.join(', ') || '—' },
              { id: 'state', header: say('column.state'), cell: (row) => <DirectoryState directory={row} /> },
              {
                id: 'synced',
                header: say('sign-in-settings.synced'),
                cell: (row) =>
                  row.lastSyncedAt ? format.dateTime(row.lastSyncedAt) : say('sign-in-settings.synced.never'),
              },
              {
                id: 'actions',
                header: say('column.actions'),
                cell: (row) => (
                  <div className={styles.commands}>
                    <IconButton
                      icon={Pencil}
                      label={say('sign-in-settings.change', { name: row.name })}
                      onPress={() => setOpen(row)}
                    />
                    <IconButton
                      icon={RefreshCw}
                      label={say('sign-in-settings.synchronise', { name: row.name })}
                      isDisabled={!row.enabled || synchronise.isPending}
                      onPress={() => synchronise.mutate(row)}
                    />
                    <IconButton
                      icon={ArrowUp}
                      label={say('sign-in-settings.trust-more', { name: row.name })}
                      isDisabled={row.id === rows[0]?.id || order.isPending}
                      onPress={() => order.mutate(movedUp(rows, row))}
                    />
                  </div>
                ),
              },
            ]}
          />
          {open && <DirectoryForm directory={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
        </>
      )}
    </Listing>
  );
}

function movedUp(rows: readonly Directory[], row: Directory): Directory['id'][] {
  const ids = rows.map(({ id }) => id);
  const at = ids.indexOf(row.id);
  return [...ids.slice(0, at - 1), row.id, ...ids.slice(at - 1).filter((id) => id !== row.id)];
}

function DirectoryState({ directory: { enabled, lastSync } }: { readonly directory: Directory }) {
  const say = useMessages();
  if (!enabled) return <StatusBadge tone="neutral">{say('sign-in-settings.state.off')}</StatusBadge>;
  if (!lastSync) return <StatusBadge tone="info">{say('sign-in-settings.state.waiting')}</StatusBadge>;
  return <StatusBadge tone={lastSync.outcome === 'done' ? 'good' : 'bad'}>{syncWords(say, lastSync)}</StatusBadge>;
}

function syncWords(say: SayConsole, sync: DirectorySync): string {
  if (sync.outcome === 'failed') return say(`sign-in-settings.problem.${sync.problem}`);
  if (sync.outcome === 'too-many') {
    const count = Math.max(sync.wouldDeactivate, sync.wouldLoseRights);
    return say('sign-in-settings.state.too-many', { count, people: sync.people });
  }
  return say('sign-in-settings.state.done', { people: sync.people, gone: sync.deactivated });
}
