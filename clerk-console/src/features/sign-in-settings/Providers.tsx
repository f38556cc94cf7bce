import {
  type IdentityProvider,
  identityAdministrationRoutes,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { useMutation } from '@tanstack/react-query';
import { Pencil, Plus, SearchCheck } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Listing } from '../administration/Listing.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import styles from './SignInSettings.module.css';
import { useProviders } from './use-settings.ts';

/** OpenID Connect providers. */
export function Providers() {
  const say = useMessages();
  const { api } = useConsole();
  const [open, setOpen] = useState<IdentityProvider | 'new' | null>(null);
  const trial = useMutation({
    mutationFn: async ({ id, name }: IdentityProvider) => {
      const { tryIdentityProvider } = identityAdministrationRoutes;
      return { name, ...(await api.call(tryIdentityProvider, { params: { providerId: id }, body: {} })) };
    },
  });
  return (
    <Listing query={useProviders()}>
      {(rows) => (
        <>
          <p className={styles.soft}>{say('sign-in-settings.providers.help')}</p>
          <div className={styles.actions}>
            <Button icon={Plus} onPress={() => setOpen('new')}>
              {say('sign-in-settings.provider.add')}
            </Button>
          </div>
          {trial.isError && <Notice tone="bad" title={say(problemMessage(trial.error))} />}
          {trial.data?.findings.length === 0 && (
            <Notice tone="good" title={say('sign-in-settings.provider.well', { name: trial.data.name })} />
          )}
          {trial.data?.findings.map(({ finding, stops }) => (
            <Notice
              key={finding}
              tone={stops ? 'bad' : 'warn'}
              title={trial.data.name}
              todo={say(`sign-in-settings.finding.${finding}`)}
            />
          ))}
          <Table
            label={say('sign-in-settings.providers')}
            rows={rows}
            empty={say('sign-in-settings.providers.none')}
            columns={[
              {
                id: 'name',
                header: say('column.name'),
                sortBy: (row) => row.name,
                cell: (row) => (
                  <>
                    {row.name}
                    <span className={styles.address}>{row.issuer}</span>
                  </>
                ),
              },
              { id: 'domains', header: say('sign-in-settings.domains'), cell: (row) => row.domains.join(', ') || '—' },
              {
                id: 'state',
                header: say('column.state'),
                cell: (row) => (
                  <StatusBadge tone={row.enabled ? 'good' : 'neutral'}>
                    {say(row.enabled ? 'sign-in-settings.state.on' : 'sign-in-settings.state.off')}
                  </StatusBadge>
                ),
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
                      icon={SearchCheck}
                      label={say('sign-in-settings.try.provider', { name: row.name })}
                      isDisabled={trial.isPending}
                      onPress={() => trial.mutate(row)}
                    />
                  </div>
                ),
              },
            ]}
          />
          {open && <ProviderForm provider={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
        </>
      )}
    </Listing>
  );
}
