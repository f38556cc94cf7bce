import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { ContactPointKiosk } from '@remote-clerk/shared/contracts/views.ts';
import { Ellipsis, Megaphone } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './TicketMenu.module.css';
import type { ClerkCommand } from './ticket-commands.ts';
import { commandLooks } from './ticket-looks.ts';

interface TicketMenuProps {
  readonly ticket: QueueTicket;
  readonly commands: readonly ClerkCommand[];
  /** Where a number can be called to. */
  readonly freeKiosks: readonly ContactPointKiosk[];
  readonly onCommand: (command: ClerkCommand, kioskId?: ContactPointKiosk['id']) => void;
}

/** What is done less often, and the call to a certain kiosk. */
export function TicketMenu({ ticket, commands, freeKiosks, onCommand }: TicketMenuProps) {
  const say = useMessages();
  const free = ticket.state === 'waiting' ? freeKiosks : [];
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''} aria-label={say('queue.more', { number: ticket.number })}>
        <Ellipsis aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu className={styles.menu ?? ''}>
          {free.map((kiosk) => (
            <MenuItem key={kiosk.id} className={styles.item ?? ''} onAction={() => onCommand('call', kiosk.id)}>
              <Megaphone aria-hidden="true" />
              {say('queue.call.to', { kiosk: kiosk.name })}
            </MenuItem>
          ))}
          {commands.map((command) => {
            const Icon = commandLooks[command];
            return (
              <MenuItem key={command} className={styles.item ?? ''} onAction={() => onCommand(command)}>
                <Icon aria-hidden="true" />
                {say(`queue.${command}`)}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
