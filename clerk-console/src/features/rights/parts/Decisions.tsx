import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { isOpen } from '@remote-clerk/shared/domain/rights.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './Decisions.module.css';
import { useTermWords } from './term-words.ts';

/** Who said yes or no to a request, and who still has to. */
export function Decisions({ request }: { readonly request: RightRequest }) {
  const say = useMessages();
  const term = useTermWords();
  const { decisions, approvalsNeeded, organisation, expiresAt } = request;
  const missing = approvalsNeeded - decisions.filter(({ approved }) => approved).length;
  return (
    <ul className={styles.list}>
      {decisions.map(({ by, at, approved, reason }) => (
        <li key={by.id}>
          {say(approved ? 'rights.decision.approved' : 'rights.decision.refused', { name: by.name, day: term.day(at) })}
          {reason && <q className={styles.reason}>{reason}</q>}
        </li>
      ))}
      {isOpen(request) && (
        <li>
          {say('rights.decision.missing', { count: missing, organisation: organisation.name })}{' '}
          {say('rights.decision.until', { until: term.until(expiresAt) })}
        </li>
      )}
    </ul>
  );
}
