import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Undo2 } from 'lucide-react';
import { useAccount } from '../../../app/account.ts';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Decisions } from '../parts/Decisions.tsx';
import { Failed } from '../parts/Failed.tsx';
import { RequestBadge } from '../parts/RequestBadge.tsx';
import { useTermWords } from '../parts/term-words.ts';
import { useRequestTerm } from '../parts/use-request-term.ts';
import { useRoleWords } from '../parts/use-role-words.ts';
import { useRightsCommand } from '../rights-queries.ts';
import styles from './OwnRights.module.css';

/** Something that I asked for, or that was asked for me: how it stands, and how to take it back. */
export function OwnRequest({ request }: { readonly request: RightRequest }) {
  const say = useMessages();
  const roleName = useRoleWords();
  const termOf = useRequestTerm();
  const term = useTermWords();
  const me = useAccount().id;
  const { api } = useConsole();
  const takeBack = useRightsCommand(() =>
    api.call(rightsRoutes.takeBackRightRequest, { params: { requestId: request.id }, body: {} }),
  );
  const { role, organisation, account, askedBy, askedAt, state, why, withdrawable } = request;
  return (
    <li className={styles.request}>
      <div className={styles.words}>
        <strong>
          {roleName(role)} · {organisation.name}
        </strong>
        <span>{termOf(request)}</span>
        {account.id !== me && <span>{say('rights.request.for', { name: account.name })}</span>}
        {askedBy.id !== me && <span>{say('rights.request.by', { name: askedBy.name })}</span>}
        <span className={styles.said}>
          {say('rights.request.asked-at', { day: term.day(askedAt) })} {why}
        </span>
        <Decisions request={request} />
        <Failed error={takeBack.error} />
      </div>
      <RequestBadge state={state} />
      {withdrawable && (
        <Button icon={Undo2} isPending={takeBack.isPending} onPress={() => takeBack.mutate({})}>
          {say('rights.request.take-back')}
        </Button>
      )}
    </li>
  );
}
