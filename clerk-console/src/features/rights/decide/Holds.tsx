import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from '../parts/Queue.module.css';
import { useTermWords } from '../parts/term-words.ts';
import { useRoleWords } from '../parts/use-role-words.ts';
import { useRights } from '../rights-queries.ts';

/** What somebody holds already, as far as the reader manages it. */
export function Holds({ accountId }: { readonly accountId: AccountId }) {
  const say = useMessages();
  const roleName = useRoleWords();
  const term = useTermWords();
  const rights = useRights({ accountId });
  if (rights.isError) return <span>{say('rights.not-read')}</span>;
  // Until it has arrived, what was read for somebody else stays away.
  if (!rights.data || rights.isPlaceholderData) return <span aria-busy="true">…</span>;
  const held = rights.data.pages.flatMap((each) => each.rights);
  if (held.length === 0) return <span>{say('rights.decide.holds-nothing')}</span>;
  return (
    <ul className={styles.holds}>
      {held.map(({ id, role, organisation, validUntil }) => (
        <li key={id}>
          {roleName(role)} · {organisation.name}{' '}
          <span className={styles.soft}>{say('rights.term.until', { until: term.until(validUntil) })}</span>
        </li>
      ))}
    </ul>
  );
}
