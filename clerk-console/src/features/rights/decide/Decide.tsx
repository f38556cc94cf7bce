import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { CircleCheckBig, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Failed } from '../parts/Failed.tsx';
import { Queue, usePlace } from '../parts/Queue.tsx';
import { Reading } from '../parts/Reading.tsx';
import { ReasonDialog } from '../parts/ReasonDialog.tsx';
import { useRoleWords } from '../parts/use-role-words.ts';
import page from '../Rights.module.css';
import { useRequests, useRightsCommand } from '../rights-queries.ts';
import { DecidedLately } from './DecidedLately.tsx';
import { inOrder } from './in-order.ts';
import { RequestFacts } from './RequestFacts.tsx';
import { RequestRow } from './RequestRow.tsx';

/** What waits for a decision: gone through, approved and refused by single keys. */
export function Decide() {
  const say = useMessages();
  const roleName = useRoleWords();
  const { api } = useConsole();
  const requests = useRequests();
  const [looked, setLooked] = useState<readonly RightRequest[]>([]);
  const [refusing, setRefusing] = useState<RightRequest | null>(null);
  const items = inOrder(requests.data?.open ?? [], looked, requests.data?.latest ?? []);
  const place = usePlace(items, ({ decidable }) => decidable);
  const { current } = place;
  const keep = (request: RightRequest) => {
    setLooked((before) => [...before.filter(({ id }) => id !== request.id), request]);
    setRefusing(null);
  };
  const look = useEffectEvent(() => {
    if (current && !looked.some(({ id }) => id === current.id)) setLooked([...looked, current]);
  });
  const currentId = current?.id;
  useEffect(() => {
    if (currentId !== undefined) look();
  }, [currentId]);
  const approve = useRightsCommand(
    ({ id }: RightRequest) => api.call(rightsRoutes.approveRightRequest, { params: { requestId: id }, body: {} }),
    keep,
  );
  const refuse = useRightsCommand(
    ({ id, reason }: { id: RightRequest['id']; reason: string }) =>
      api.call(rightsRoutes.refuseRightRequest, { params: { requestId: id }, body: { reason } }),
    keep,
  );
  const canDecide = current?.decidable === true && !approve.isPending && !refuse.isPending;
  const approveCurrent = () => canDecide && approve.mutate(current);
  const refuseCurrent = () => canDecide && setRefusing(current);
  useShortcut('A', say('rights.approve'), approveCurrent, canDecide);
  useShortcut('R', say('rights.refuse'), refuseCurrent, canDecide);
  const failed = [approve, refuse].find(({ isError, variables }) => isError && variables?.id === current?.id);
  return (
    <Reading query={requests}>
      {({ latest, hasMore }) => (
        <div className={page.page}>
          {items.length === 0 && (
            <EmptyState icon={CircleCheckBig} title={say('rights.decide.none')}>
              {say('rights.decide.none.help')}
            </EmptyState>
          )}
          {current && (
            <>
              <p className={page.help}>{say('rights.decide.help')}</p>
              <Queue
                label={say('rights.decide.title')}
                items={items}
                place={place}
                textOf={({ account, role }) => `${account.name}, ${roleName(role)}`}
                row={(request) => <RequestRow request={request} />}
              >
                <RequestFacts
                  request={current}
                  isApproving={approve.isPending}
                  onApprove={approveCurrent}
                  onRefuse={refuseCurrent}
                />
                <Failed
                  error={failed?.error}
                  means={{
                    'not-allowed': 'rights.decide.not-allowed',
                    'illegal-transition': 'rights.decide.too-late',
                    conflict: 'rights.decide.too-late',
                  }}
                />
              </Queue>
            </>
          )}
          {hasMore && <p className={page.soft}>{say('rights.decide.more')}</p>}
          <DecidedLately requests={latest} />
          {refusing && (
            <ReasonDialog
              title={say('rights.refuse.title', { name: refusing.account.name, role: roleName(refusing.role) })}
              icon={X}
              action={say('rights.refuse')}
              isPending={refuse.isPending}
              onClose={() => setRefusing(null)}
              onReason={(reason) => refuse.mutate({ id: refusing.id, reason })}
            >
              <p>{say('rights.refuse.means')}</p>
              <Failed error={refuse.error} means={{ 'illegal-transition': 'rights.decide.too-late' }} />
            </ReasonDialog>
          )}
        </div>
      )}
    </Reading>
  );
}
