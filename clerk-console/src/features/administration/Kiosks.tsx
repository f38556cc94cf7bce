import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { Kiosk } from '@remote-clerk/shared/contracts/http/organisations.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Unplug } from 'lucide-react';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './AdministrationScreen.module.css';
import { Listing } from './Listing.tsx';
import { kiosksKey, useContactPoints, useKiosks } from './use-organisation.ts';

export function Kiosks() {
  const say = useMessages();
  const { api } = useConsole();
  const cache = useQueryClient();
  const { data: contactPoints = [] } = useContactPoints();
  const contactPoint = (id: string) => contactPoints.find((each) => each.id === id)?.name ?? '';
  const makeCode = useMutation({
    mutationFn: async (kiosk: Kiosk) => ({
      ...(await api.call(routes.createEnrolmentCode, { params: { kioskId: kiosk.id }, body: {} })),
      kiosk,
    }),
  });
  const revoke = useMutation({
    mutationFn: (kiosk: Kiosk) => api.call(routes.revokeKiosk, { params: { kioskId: kiosk.id } }),
    onSettled: () => cache.invalidateQueries({ queryKey: kiosksKey }),
  });
  const error = makeCode.error ?? revoke.error;
  return (
    <Listing query={useKiosks()}>
      {(rows) => (
        <>
          {makeCode.data && (
            <EnrolmentCode kiosk={makeCode.data.kiosk.name} code={makeCode.data.code} until={makeCode.data.expiresAt} />
          )}
          {error && <Notice tone="bad" title={say(problemMessage(error))} />}
          <Table
            label={say('administration.kiosks')}
            rows={rows}
            columns={[
              { id: 'name', header: say('column.name'), sortBy: (row) => row.name, cell: (row) => row.name },
              {
                id: 'contact-point',
                header: say('case.contact-point'),
                sortBy: (row) => contactPoint(row.contactPointId),
                cell: (row) => contactPoint(row.contactPointId),
              },
              { id: 'state', header: say('column.state'), cell: (row) => <KioskBadge kiosk={row} /> },
              {
                id: 'actions',
                header: say('column.actions'),
                cell: (row) => (
                  <div className={styles.actions}>
                    <Button
                      icon={KeyRound}
                      isPending={makeCode.isPending && makeCode.variables.id === row.id}
                      onPress={() => makeCode.mutate(row)}
                    >
                      {say('kiosk.make-code')}
                    </Button>
                    <Button
                      icon={Unplug}
                      variant="danger"
                      isDisabled={!row.enrolled}
                      isPending={revoke.isPending && revoke.variables.id === row.id}
                      onPress={() => revoke.mutate(row)}
                    >
                      {say('kiosk.revoke')}
                    </Button>
                  </div>
                ),
              },
            ]}
          />
        </>
      )}
    </Listing>
  );
}

function KioskBadge({ kiosk }: { readonly kiosk: Kiosk }) {
  const say = useMessages();
  if (!kiosk.enrolled) return <StatusBadge tone="neutral">{say('kiosk.not-enrolled')}</StatusBadge>;
  return (
    <StatusBadge tone={kiosk.online ? 'good' : 'bad'}>
      {say(kiosk.online ? 'kiosk.online' : 'kiosk.offline')}
    </StatusBadge>
  );
}

function EnrolmentCode({ kiosk, code, until }: { kiosk: string; code: string; until: Instant }) {
  const say = useMessages();
  const format = useFormat();
  const groups = code.match(/.{1,4}/g)?.join(' ') ?? code;
  return (
    <Notice tone="info" title={say('kiosk.code', { kiosk })} todo={say('kiosk.code.help')}>
      <p className={styles.code}>{groups}</p>
      <p>{say('kiosk.code.until', { until: format.dateTime(until) })}</p>
    </Notice>
  );
}
