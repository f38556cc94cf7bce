import type { CaseOutcome } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import type { CaseDraft } from './case-draft.ts';
import styles from './DraftConflict.module.css';

type Content = { readonly notes: string; readonly outcome: CaseOutcome | null };
type DraftConflictProps = { readonly draft: CaseDraft; readonly mine: Content; readonly theirs: Content };

/** The case was changed elsewhere meanwhile: both texts, and the choice. Nothing is overwritten before that. */
export function DraftConflict({ draft, mine, theirs }: DraftConflictProps) {
  const say = useMessages();
  const versions = [
    {
      name: say('draft.conflict.mine'),
      content: mine,
      choose: say('draft.conflict.keep-mine'),
      take: () => draft.keepMine(),
    },
    {
      name: say('draft.conflict.theirs'),
      content: theirs,
      choose: say('draft.conflict.take-theirs'),
      take: () => draft.takeTheirs(),
    },
  ];
  return (
    <Notice tone="warn" title={say('draft.conflict.title')}>
      <div className={styles.versions}>
        {versions.map(({ name, content, choose, take }) => (
          <section key={name} aria-label={name} className={styles.version}>
            <h3>{name}</h3>
            <p className={styles.notes}>{content.notes || say('case.notes.none')}</p>
            {content.outcome && <p className={styles.outcome}>{say(`outcome.${content.outcome}`)}</p>}
            <Button onPress={take}>{choose}</Button>
          </section>
        ))}
      </div>
    </Notice>
  );
}
