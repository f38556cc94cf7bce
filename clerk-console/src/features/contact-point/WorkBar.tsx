import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { CalendarPlus, Ticket } from 'lucide-react';
import { useRef } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './WorkBar.module.css';

const sections = ['line', 'appointments'] as const;
export type Section = (typeof sections)[number];

interface WorkBarProps {
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  /** A booking was begun and waits behind what is shown now. */
  readonly bookingGoesOn: boolean;
  /** Something beside it has the one button that stands out. */
  readonly isPanelOpen: boolean;
  readonly onBook: () => void;
  readonly onGiveTicket: () => void;
}

/** What the clerk begins from here, and which list is shown where there is room for one only. */
export function WorkBar({ section, onSection, bookingGoesOn, isPanelOpen, onBook, onGiveTicket }: WorkBarProps) {
  const say = useMessages();
  const bar = useRef<HTMLDivElement>(null);
  const go = (next: Section) => {
    onSection(next);
    // The list is on the screen only after it has been chosen.
    requestAnimationFrame(() => {
      const list = bar.current?.parentElement?.querySelector(`[data-section=${next}]`);
      list?.querySelector<HTMLElement>('[role=grid] [role=row], [role=grid]')?.focus();
    });
  };
  useShortcut('B', say('booking.new'), onBook);
  useShortcut('G', say('queue.give'), onGiveTicket);
  useShortcut('L', say('queue.title'), () => go('line'));
  useShortcut('D', say('appointments.title'), () => go('appointments'));
  return (
    <div ref={bar} className={styles.bar}>
      <ToggleButtonGroup
        aria-label={say('work.sections')}
        className={styles.sections ?? ''}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[section]}
        onSelectionChange={(keys) => onSection(sections.find((id) => keys.has(id)) ?? section)}
      >
        <ToggleButton id="line" className={styles.section ?? ''}>
          {say('queue.title')}
        </ToggleButton>
        <ToggleButton id="appointments" className={styles.section ?? ''}>
          {say('appointments.title')}
        </ToggleButton>
      </ToggleButtonGroup>
      <div className={styles.actions}>
        <Button icon={Ticket} shortcut="G" onPress={onGiveTicket}>
          {say('queue.give')}
        </Button>
        <Button icon={CalendarPlus} variant={isPanelOpen ? 'secondary' : 'primary'} shortcut="B" onPress={onBook}>
          {say(bookingGoesOn ? 'booking.go-on' : 'booking.new')}
        </Button>
      </div>
    </div>
  );
}
