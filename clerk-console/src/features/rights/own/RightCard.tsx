import type { Right } from '@remote-clerk/shared/contracts/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Card } from '@remote-clerk/shared/ui/Card.tsx';
import { RefreshCw } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { PermissionList } from '../parts/PermissionList.tsx';
import { RightBadge } from '../parts/RightBadge.tsx';
import { daysLeft, endsSoon, lastDayOf } from '../parts/term.ts';
import { useTermWords } from '../parts/term-words.ts';
import { permissionsOf, useRoleWords } from '../parts/use-role-words.ts';
import { useRightsChoices } from '../rights-queries.ts';
import styles from './OwnRights.module.css';

/** One of my rights; one that ends soon stands out and can be renewed from here. */
export function RightCard({ right }: { readonly right: Right }) {
  const say = useMessages();
  const roleName = useRoleWords();
  const term = useTermWords();
  const navigate = useNavigate();
  const { clock } = useConsole();
  const roles = useRightsChoices().data?.roles ?? [];
  const { role, organisation, validFrom, validUntil, state, delegatedBy } = right;
  const permissions = permissionsOf(role, roles);
  const isSoon = state === 'effective' && endsSoon(validUntil, clock.now());
  const canRenew = isSoon && delegatedBy === null;
  const renew = new URLSearchParams({ role: role.id, organisation: organisation.id, after: lastDayOf(validUntil) });
  return (
    <Card title={roleName(role)} aside={<RightBadge right={right} />} isAttention={canRenew}>
      <dl className={styles.facts}>
        <dt>{say('rights.where')}</dt>
        <dd>{organisation.name}</dd>
        <dt>{say('rights.term')}</dt>
        <dd>
          {state === 'coming'
            ? say('rights.term.from-until', { from: term.from(validFrom), until: term.until(validUntil) })
            : say('rights.term.until', { until: term.until(validUntil) })}
          {state === 'effective' && ` · ${say('rights.days-left', { count: daysLeft(validUntil, clock.now()) })}`}
        </dd>
        {delegatedBy && (
          <>
            <dt>{say('rights.instead-of')}</dt>
            <dd>{delegatedBy.name}</dd>
          </>
        )}
      </dl>
      {permissions && permissions.length > 0 && (
        <details className={styles.means} open>
          <summary>{say('rights.allows')}</summary>
          <PermissionList permissions={permissions} />
        </details>
      )}
      {canRenew && (
        <div className={styles.soon}>
          <span>{say('rights.renew.why')}</span>
          <Button icon={RefreshCw} onPress={() => void navigate(`/rights/ask?${renew}`)}>
            {say('rights.renew')}
          </Button>
        </div>
      )}
    </Card>
  );
}
