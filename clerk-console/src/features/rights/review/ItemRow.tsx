import type { ReviewItemState, RightsReviewItem } from '@remote-clerk/shared/contracts/rights.ts';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from '../parts/Queue.module.css';
import { useRoleWords } from '../parts/use-role-words.ts';

const tones: Record<ReviewItemState, Tone> = { open: 'warn', confirmed: 'good', withdrawn: 'bad', gone: 'neutral' };

export function ItemRow({ item: { right, state } }: { readonly item: RightsReviewItem }) {
  const say = useMessages();
  const roleName = useRoleWords();
  return (
    <>
      <span className={styles.who}>
        <strong>{right.account.name}</strong>
        <span className={styles.soft}>
          {roleName(right.role)} · {right.organisation.name}
        </span>
      </span>
      <StatusBadge tone={tones[state]}>{say(`rights.item.${state}`)}</StatusBadge>
    </>
  );
}
