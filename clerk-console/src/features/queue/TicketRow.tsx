import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { ContactPointKiosk } from '@remote-clerk/shared/contracts/views.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { TicketMenu } from './TicketMenu.tsx';
import styles from './TicketRow.module.css';
import { type ClerkCommand, commandsFor } from './ticket-commands.ts';
import { commandLooks, priorityLooks, stateLooks } from './ticket-looks.ts';

interface TicketRowProps {
  readonly ticket: QueueTicket;
  /** Where a number can be called to. */
  readonly freeKiosks: readonly ContactPointKiosk[];
  /** The key that calls it: only the next one has it. */
  readonly shortcut: string | undefined;
  readonly pending: ClerkCommand | null;
  readonly onCommand: (command: ClerkCommand, kioskId?: ContactPointKiosk['id']) => void;
}

/** One who waits: the number that is called, what for, since when, and what can be done now. */
export function TicketRow({ ticket, freeKiosks, shortcut, pending, onCommand }: TicketRowProps) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const { clock } = useConsole();
  const [first, ...others] = commandsFor(ticket);
  const { state, priority, wait, appointment, kiosk } = ticket;
  const isSetAside = state === 'callback' || state === 'noshow';
  return (
    <>
      <span className={styles.number}>{ticket.number}</span>
      <span className={styles.what}>
        <strong className={styles.service}>{ticket.service.name[language]}</strong>
        <span className={styles.facts}>
          {[
            languageNames[ticket.language],
            ...(appointment ? [`${appointment.citizenName}, ${format.time(appointment.startsAt)}`] : []),
            ...(ticket.specialist ? [say('queue.for', { specialist: ticket.specialist.name })] : []),
            ...(ticket.phone ? [ticket.phone] : []),
          ].join(' · ')}
        </span>
        {ticket.note && <span className={styles.note}>{ticket.note}</span>}
        <span className={styles.badges}>
          {state !== 'waiting' && (
            <StatusBadge tone={stateLooks[state].tone} icon={stateLooks[state].icon}>
              {kiosk && (state === 'called' || state === 'serving')
                ? say(`queue.${state}.at`, { kiosk: kiosk.name, calls: ticket.calls })
                : say(`ticket.${state}`)}
            </StatusBadge>
          )}
          {priority !== 'walk-in' && (
            <StatusBadge tone="info" icon={priorityLooks[priority]}>
              {say(`priority.${priority}`)}
            </StatusBadge>
          )}
        </span>
      </span>
      <span className={styles.time}>
        {!isSetAside && state !== 'serving' && (
          <span className={styles.waiting}>
            <ElapsedTime since={clock.toLocal(ticket.takenAt)} />
          </span>
        )}
        {state === 'waiting' && (
          <span className={styles.facts}>
            {wait ? format.aboutMinutes(wait.from, wait.to) : say('start.unstaffed')}
          </span>
        )}
      </span>
      <span className={styles.actions}>
        {first && (
          <Button
            icon={commandLooks[first]}
            shortcut={shortcut}
            isPending={pending === first}
            isDisabled={pending !== null && pending !== first}
            onPress={() => onCommand(first)}
          >
            {say(`queue.${first}`)}
          </Button>
        )}
        {(others.length > 0 || first === 'call') && (
          <TicketMenu ticket={ticket} commands={others} freeKiosks={freeKiosks} onCommand={onCommand} />
        )}
      </span>
    </>
  );
}
