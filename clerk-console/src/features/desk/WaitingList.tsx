import type { WaitingEntry } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { VisuallyHidden } from '@remote-clerk/shared/ui/VisuallyHidden.tsx';
import { Armchair, BellRing, Phone } from 'lucide-react';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useCallContext } from '../call/call-context.ts';
import { TicketFacts } from './TicketFacts.tsx';
import { WaitingFacts } from './WaitingFacts.tsx';
import styles from './WaitingList.module.css';

interface WaitingListProps {
  readonly waiting: readonly WaitingEntry[];
  /** The specialist has a call: nobody else can be taken. */
  readonly isBusy: boolean;
}

/** Who waits for someone like this specialist, in the order of the line; any of them may be taken. */
export function WaitingList({ waiting, isBusy }: WaitingListProps) {
  const say = useMessages();
  const { controller } = useCallContext();
  const { answering } = useStore(controller.state);
  const [first] = waiting;
  useShortcut(
    'T',
    say('waiting.take-first'),
    () => {
      if (first) void controller.accept(first.consultationId);
    },
    first !== undefined && !isBusy && answering === null,
  );
  return (
    <section aria-labelledby="waiting-title" className={styles.section}>
      <h2 id="waiting-title" className={styles.title}>
        {say('waiting.title')} <span className={styles.count}>{waiting.length}</span>
      </h2>
      {waiting.length === 0 && (
        <p className={styles.empty}>
          <Armchair aria-hidden="true" />
          {say('waiting.none')}
        </p>
      )}
      <ol className={styles.list}>
        {waiting.map((entry, index) => (
          <Entry key={entry.consultationId} entry={entry} isFirst={index === 0} isBusy={isBusy} />
        ))}
      </ol>
    </section>
  );
}

type EntryProps = { readonly entry: WaitingEntry; readonly isFirst: boolean; readonly isBusy: boolean };

function Entry({ entry, isFirst, isBusy }: EntryProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const { controller } = useCallContext();
  const { answering } = useStore(controller.state);
  const service = entry.service.name[language];
  return (
    <li className={styles.card}>
      <p className={styles.service}>
        <span className={styles.place}>{entry.place}.</span> {service}
      </p>
      <TicketFacts entry={entry} />
      <WaitingFacts entry={entry} />
      <div className={styles.foot}>
        {entry.ringsElsewhere && (
          <StatusBadge tone="info" icon={BellRing}>
            {say('waiting.rings-elsewhere')}
          </StatusBadge>
        )}
        {!isBusy && (
          <Button
            icon={Phone}
            shortcut={isFirst ? 'T' : undefined}
            isPending={answering === entry.consultationId}
            isDisabled={answering !== null}
            onPress={() => void controller.accept(entry.consultationId)}
          >
            {say('waiting.take')} <VisuallyHidden>{`${service}, ${entry.contactPoint.name}`}</VisuallyHidden>
          </Button>
        )}
      </div>
    </li>
  );
}
