import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { isOpen } from '@remote-clerk/shared/domain/rights.ts';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { UsersRound } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from '../parts/Queue.module.css';
import { RequestBadge } from '../parts/RequestBadge.tsx';
import { useRoleWords } from '../parts/use-role-words.ts';

/** A request in the queue: who, what, where, and whether it is mine to decide. */
export function RequestRow({ request }: { readonly request: RightRequest }) {
  const say = useMessages();
  const roleName = useRoleWords();
  const { account, role, organisation, decidable, state, decisions, approvalsNeeded } = request;
  return (
    <>
      <span className={styles.who}>
        <strong>{account.name}</strong>
        <span className={styles.soft}>
          {roleName(role)} · {organisation.name}
        </span>
      </span>
      {!isOpen(request) && <RequestBadge state={state} />}
      {isOpen(request) && decidable && (
        <StatusBadge tone="info">
          {approvalsNeeded === 1
            ? say('rights.decide.yours')
            : say('rights.decide.of-two', { count: decisions.length })}
        </StatusBadge>
      )}
      {isOpen(request) && !decidable && (
        <StatusBadge tone="neutral" icon={UsersRound}>
          {say('rights.decide.others')}
        </StatusBadge>
      )}
    </>
  );
}
