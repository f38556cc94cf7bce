import type { ScheduleException } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { VisuallyHidden } from '@remote-clerk/shared/ui/VisuallyHidden.tsx';
import { X } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { EditorTabProps } from './EditorTabs.tsx';
import { ExceptionForm } from './ExceptionForm.tsx';
import styles from './ScheduleEditor.module.css';
import { useExceptionWords } from './use-exception-words.ts';

/** Leave, training, extra hours: what is otherwise than the week says. */
export function ExceptionsTab({ changing, onTyped }: EditorTabProps) {
  const say = useMessages();
  const wordsOf = useExceptionWords();
  const total = changing.bases.length;
  return (
    <div className={styles.tab}>
      <section>
        <h3>{say('schedules.exceptions.now')}</h3>
        <ul className={styles.list}>
          {counted(changing.bases.map(({ schedule }) => schedule.exceptions)).map(({ exception, count }) => (
            <li key={JSON.stringify(exception)}>
              <span>
                {wordsOf(exception)}
                {count < total && ` (${say('schedules.exceptions.of-some', { count, total })})`}
              </span>
              <Button
                icon={X}
                isDisabled={changing.isBusy}
                onPress={() => changing.preview({ kind: 'remove-exceptions', exceptions: [exception] })}
              >
                {say('schedules.exceptions.remove')} <VisuallyHidden>{wordsOf(exception)}</VisuallyHidden>
              </Button>
            </li>
          ))}
        </ul>
        {changing.bases.every(({ schedule }) => schedule.exceptions.length === 0) && (
          <p className={styles.soft}>{say('schedules.exceptions.none')}</p>
        )}
      </section>
      <ExceptionForm
        isBusy={changing.isBusy}
        onTyped={onTyped}
        onDone={(exception) => changing.preview({ kind: 'add-exceptions', exceptions: [exception] })}
      />
    </div>
  );
}

/** Each exception once, the latest first, with how many have it. */
function counted(lists: readonly (readonly ScheduleException[])[]) {
  const byContent = new Map<string, { exception: ScheduleException; count: number }>();
  for (const exception of lists.flat()) {
    const name = JSON.stringify(exception);
    byContent.set(name, { exception, count: (byContent.get(name)?.count ?? 0) + 1 });
  }
  return [...byContent.values()].toSorted((a, b) => (a.exception.firstDay < b.exception.firstDay ? 1 : -1));
}
