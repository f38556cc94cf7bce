import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Switch } from '@remote-clerk/shared/ui/Switch.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { TriangleAlert } from 'lucide-react';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './Availability.module.css';
import { askToNotify } from './notification-permission.ts';
import { useAvailability } from './use-desk.ts';

/** Whether calls ring here; and where the system turned it off, why. */
export function Availability({ desk }: { readonly desk: DeskView }) {
  const say = useMessages();
  const change = useAvailability();
  const isAvailable = change.isPending ? change.variables : desk.available;
  const set = (available: boolean) => {
    if (available) askToNotify();
    change.mutate(available);
  };
  useShortcut('V', say('availability.shortcut'), () => set(!isAvailable), !change.isPending);
  const isWarning = !isAvailable && desk.awayBecause === 'unanswered';
  const words = isAvailable
    ? say(desk.current ? 'availability.in-call' : 'availability.on.help')
    : say(
        desk.awayBecause === 'own-choice' || !desk.awayBecause
          ? 'availability.off.help'
          : `away-because.${desk.awayBecause}`,
      );
  return (
    <section className={styles.availability} aria-label={say('availability.label')}>
      <Switch isSelected={isAvailable} isDisabled={change.isPending} onChange={set}>
        <span className={styles.state}>{say(isAvailable ? 'availability.on' : 'availability.off')}</span>
      </Switch>
      <p className={styles.words} data-warns={isWarning}>
        {isWarning && <TriangleAlert aria-hidden="true" />}
        {words}
      </p>
      {change.isError && <Notice tone="bad" title={say(problemMessage(change.error))} />}
    </section>
  );
}
