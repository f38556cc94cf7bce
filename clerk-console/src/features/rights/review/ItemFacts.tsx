import type { RightsReviewItem } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Check, ShieldX } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import { PermissionList } from '../parts/PermissionList.tsx';
import styles from '../parts/Queue.module.css';
import { useTermWords } from '../parts/term-words.ts';
import { permissionsOf, useRoleWords } from '../parts/use-role-words.ts';
import { useRoles } from '../rights-queries.ts';

interface ItemFactsProps {
  readonly item: RightsReviewItem;
  readonly isConfirming: boolean;
  readonly onConfirm: () => void;
  readonly onWithdraw: () => void;
}

/** A right under review: what it lets its holder do, and when they were here last. */
export function ItemFacts({ item, isConfirming, onConfirm, onWithdraw }: ItemFactsProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  const term = useTermWords();
  const roles = useRoles().data?.roles ?? [];
  const { right, lastSignedInAt, state, decidedBy, decidedAt, decidable } = item;
  const { account, role, organisation, validUntil, delegatedBy } = right;
  return (
    <>
      <h2>
        {account.name}: {roleName(role)}
      </h2>
      {decidable && (
        <div className={styles.actions}>
          <Button variant="primary" icon={Check} shortcut="A" isPending={isConfirming} onPress={onConfirm}>
            {say('rights.review.confirm')}
          </Button>
          <Button variant="danger" icon={ShieldX} shortcut="R" isDisabled={isConfirming} onPress={onWithdraw}>
            {say('rights.withdraw')}
          </Button>
        </div>
      )}
      {!decidable && state === 'open' && <Notice tone="info" title={say('rights.review.not-allowed')} />}
      <dl className={styles.facts}>
        {account.jobTitle && (
          <>
            <dt>{say('column.job-title')}</dt>
            <dd>{account.jobTitle}</dd>
          </>
        )}
        <dt>{say('rights.where')}</dt>
        <dd>{organisation.name}</dd>
        <dt>{say('rights.term')}</dt>
        <dd>
          {say('rights.term.until', { until: term.until(validUntil) })}
          {delegatedBy && ` · ${say('rights.instead-of.name', { name: delegatedBy.name })}`}
        </dd>
        <dt>{say('rights.review.last-here')}</dt>
        <dd>{lastSignedInAt ? term.day(lastSignedInAt) : say('rights.review.never-here')}</dd>
        <dt>{say('rights.decide.allows')}</dt>
        <dd>
          <PermissionList permissions={permissionsOf(role, roles) ?? []} />
        </dd>
        {decidedAt && (
          <>
            <dt>{say(`rights.item.${state}`)}</dt>
            <dd>
              {term.day(decidedAt)} · {decidedBy?.name ?? say('rights.step.by-itself')}
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
