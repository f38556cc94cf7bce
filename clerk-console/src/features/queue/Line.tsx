import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { ContactPointKiosk, ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import type { QueueTicketId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { Armchair, DoorOpen } from 'lucide-react';
import { memo, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useFocusedRow } from '../booking/use-focused-row.ts';
import { canStart } from '../contact-point/kiosk-state.ts';
import { DisplayLink } from './DisplayLink.tsx';
import styles from './Line.module.css';
import { TicketRow } from './TicketRow.tsx';
import { byPlace, type ClerkCommand, commandsFor } from './ticket-commands.ts';
import { useTicketCommands } from './use-ticket-commands.ts';

interface LineProps {
  readonly view: ContactPointView;
  /** It needs more to be said: where to, or which telephone. */
  readonly onAsk: (command: 'transfer' | 'call-back', ticket: QueueTicket) => void;
}

/** The room's line as people would see it: who is called where, who is next, who is set aside. */
export const Line = memo(function Line({ view, onAsk }: LineProps) {
  const say = useMessages();
  const { line, aside } = byPlace(view.tickets);
  const commands = useTicketCommands();
  const [leaving, setLeaving] = useState<QueueTicketId | null>(null);
  const { ref, focused } = useFocusedRow();
  const next = line.find(({ state }) => state === 'waiting');
  const calledTo = new Set(line.map(({ state, kiosk }) => (state === 'called' ? kiosk?.id : undefined)));
  const freeKiosks = view.kiosks.filter((kiosk) => canStart(kiosk) && !calledTo.has(kiosk.id));
  const row = view.tickets.find(({ id }) => id === focused);
  const run = (ticket: QueueTicket, command: ClerkCommand, kioskId?: ContactPointKiosk['id']) => {
    if (command === 'transfer' || command === 'call-back') onAsk(command, ticket);
    else if (command === 'cancel' && leaving !== ticket.id) setLeaving(ticket.id);
    else commands.mutate({ ticket, command, kioskId });
  };
  const takes = (command: ClerkCommand) => row !== undefined && commandsFor(row).includes(command);
  const runFocused = (command: ClerkCommand) => () => row && takes(command) && run(row, command);
  // Listed whenever there are tickets, though they mean the one that has the focus.
  const isAny = view.tickets.length > 0;
  useShortcut('C', say('queue.call-next'), () => next && run(next, 'call'), next !== undefined && !commands.isPending);
  useShortcut('A', say('queue.recall'), runFocused('recall'), isAny);
  useShortcut('U', say('queue.put-back'), runFocused('put-back'), isAny);
  useShortcut('M', say('queue.miss'), runFocused('miss'), isAny);
  useShortcut('O', say('queue.hold'), runFocused('hold'), isAny);
  useShortcut('R', say('queue.resume'), runFocused('resume'), isAny);
  useShortcut('T', say('queue.transfer'), runFocused('transfer'), isAny);

  const list = (tickets: readonly QueueTicket[], label: string) => (
    <GridList
      aria-label={label}
      className={styles.list ?? ''}
      disallowTypeAhead
      renderEmptyState={() => (
        <EmptyState icon={Armchair} title={say('queue.none')}>
          {say('queue.none.help')}
        </EmptyState>
      )}
    >
      {tickets.map((ticket) => (
        <GridListItem
          key={ticket.id}
          id={ticket.id}
          textValue={`${ticket.number} ${say(`ticket.${ticket.state}`)}`}
          className={styles.row ?? ''}
          data-state={ticket.state}
        >
          <TicketRow
            ticket={ticket}
            freeKiosks={freeKiosks}
            shortcut={ticket.id === next?.id ? 'C' : undefined}
            pending={
              commands.isPending && commands.variables.ticket.id === ticket.id ? commands.variables.command : null
            }
            onCommand={(command, kioskId) => run(ticket, command, kioskId)}
          />
          {leaving === ticket.id && (
            <span className={styles.leaving}>
              <strong>{say('queue.cancel.question', { number: ticket.number })}</strong>
              <Button
                variant="danger"
                icon={DoorOpen}
                autoFocus
                isPending={commands.isPending}
                onPress={() => commands.mutate({ ticket, command: 'cancel' })}
              >
                {say('queue.cancel.yes')}
              </Button>
              <Button variant="quiet" onPress={() => setLeaving(null)}>
                {say('booking.cancel.no')}
              </Button>
            </span>
          )}
        </GridListItem>
      ))}
    </GridList>
  );

  return (
    <section className={styles.section} data-section="line" aria-label={say('queue.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          {say('queue.title')}{' '}
          <span className={styles.count}>{line.filter(({ state }) => state === 'waiting').length}</span>
        </h2>
        <DisplayLink contactPointId={view.contactPoint.id} />
      </header>
      {commands.isError && (
        <Notice
          tone="bad"
          title={say('queue.failed', { number: commands.variables.ticket.number })}
          todo={say(problemMessage(commands.error))}
        />
      )}
      <div ref={ref} className={styles.rows}>
        {list(line, say('queue.title'))}
        {aside.length > 0 && (
          <>
            <h3 className={styles.aside}>{say('queue.aside')}</h3>
            {list(aside, say('queue.aside'))}
          </>
        )}
      </div>
    </section>
  );
});
