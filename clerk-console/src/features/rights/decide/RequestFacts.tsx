import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { isOpen } from '@remote-clerk/shared/domain/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Check, X } from 'lucide-react';
import { useAccount } from '../../../app/account.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { Decisions } from '../parts/Decisions.tsx';
import { PermissionList } from '../parts/PermissionList.tsx';
import styles from '../parts/Queue.module.css';
import { useTermWords } from '../parts/term-words.ts';
import { useRequestTerm } from '../parts/use-request-term.ts';
import { permissionsOf, useRoleWords } from '../parts/use-role-words.ts';
import { useRoles } from '../rights-queries.ts';
import { Holds } from './Holds.tsx';

interface RequestFactsProps {
  readonly request: RightRequest;
  readonly isApproving: boolean;
  readonly onApprove: () => void;
  readonly onRefuse: () => void;
}

/** All that a decision needs to know, and the two ways to decide. */
export function RequestFacts({ request, isApproving, onApprove, onRefuse }: RequestFactsProps) {
  const say = useMessages();
  const roleName = useRoleWords();
  const termOf = useRequestTerm();
  const term = useTermWords();
  const me = useAccount().id;
  const roles = useRoles().data?.roles ?? [];
  const { account, askedBy, askedAt, role, organisation, why, delegatedBy, kind, decidable, state } = request;
  const isOwn = account.id === me || askedBy.id === me;
  return (
    <>
      <h2>
        {account.name}: {roleName(role)}
      </h2>
      {decidable && (
        <div className={styles.actions}>
          <Button variant="primary" icon={Check} shortcut="A" isPending={isApproving} onPress={onApprove}>
            {say('rights.approve')}
          </Button>
          <Button variant="danger" icon={X} shortcut="R" isDisabled={isApproving} onPress={onRefuse}>
            {say('rights.refuse')}
          </Button>
        </div>
      )}
      {!decidable && isOpen(request) && (
        <Notice tone="info" title={say(isOwn ? 'rights.decide.own' : 'rights.decide.not-mine')} />
      )}
      {state === 'effective' && <Notice tone="good" title={say('rights.decide.given')} />}
      {state === 'refused' && <Notice tone="info" title={say('rights.decide.refused')} />}
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
        <dd>{termOf(request)}</dd>
        <dt>{say('rights.kind')}</dt>
        <dd>
          {say(`rights.kind.${kind}`)}
          {delegatedBy && ` · ${say('rights.instead-of.name', { name: delegatedBy.name })}`}
        </dd>
        <dt>{say('rights.request.asked')}</dt>
        <dd>
          {term.day(askedAt)}
          {askedBy.id !== account.id && ` · ${askedBy.name}`}
        </dd>
        <dt>{say('rights.ask.why')}</dt>
        <dd>{why}</dd>
        <dt>{say('rights.decide.allows')}</dt>
        <dd>
          <PermissionList permissions={permissionsOf(role, roles) ?? []} />
        </dd>
        <dt>{say('rights.decide.holds')}</dt>
        <dd>
          <Holds accountId={account.id} />
        </dd>
        <dt>{say('rights.decide.decisions')}</dt>
        <dd>
          <Decisions request={request} />
        </dd>
      </dl>
    </>
  );
}
