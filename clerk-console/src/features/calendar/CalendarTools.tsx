import { addDays, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { CalendarPlus, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { ChoiceRows } from '../../app/ChoiceRows.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CalendarTools.module.css';
import { CalendarConnections } from './connections/CalendarConnections.tsx';

type View = 'day' | 'week';

interface CalendarToolsProps {
  readonly period: string;
  readonly view: View;
  readonly day: PlainDate;
  readonly today: PlainDate;
  readonly onGo: (to: { readonly view: View; readonly day: PlainDate }) => void;
}

/** Which days are shown, and the ways to others. */
export function CalendarTools({ period, view, day, today, onGo }: CalendarToolsProps) {
  const say = useMessages();
  const [areConnectionsOpen, setAreConnectionsOpen] = useState(false);
  const step = view === 'day' ? 1 : 7;
  const [back, onward] = [
    () => onGo({ view, day: addDays(day, -step) }),
    () => onGo({ view, day: addDays(day, step) }),
  ];
  const toToday = () => onGo({ view, day: today });
  useShortcut('ArrowLeft', say(`calendar.previous.${view}`), back);
  useShortcut('ArrowRight', say(`calendar.next.${view}`), onward);
  useShortcut('T', say('calendar.today'), toToday);
  return (
    <header className={styles.tools}>
      <h1 className={styles.title} aria-live="polite">
        {period}
      </h1>
      <div className={styles.group}>
        <IconButton icon={ChevronLeft} label={say(`calendar.previous.${view}`)} shortcut="ArrowLeft" onPress={back} />
        <Button shortcut="T" onPress={toToday}>
          {say('calendar.today')}
        </Button>
        <IconButton icon={ChevronRight} label={say(`calendar.next.${view}`)} shortcut="ArrowRight" onPress={onward} />
      </div>
      <div className={styles.view}>
        <ChoiceRows
          label={say('calendar.view')}
          choices={(['day', 'week'] as const).map((id) => ({ id, name: say(`calendar.view.${id}`) }))}
          value={view}
          onChange={(next) => onGo({ view: next, day })}
        />
      </div>
      <Button icon={CalendarPlus} onPress={() => setAreConnectionsOpen(true)}>
        {say('calendar.connections')}
      </Button>
      <Dialog
        title={say('calendar.connections')}
        isOpen={areConnectionsOpen}
        onClose={() => setAreConnectionsOpen(false)}
      >
        <CalendarConnections />
      </Dialog>
    </header>
  );
}
