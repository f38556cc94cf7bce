import { MonitorSmartphone, Phone, UserRound } from 'lucide-react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import type { Grip } from './use-drag.ts';
import styles from './WeekBlock.module.css';
import { type Block, moved, snaps, withEnd } from './week-blocks.ts';

interface WeekBlockProps {
  readonly block: Block;
  readonly name: string;
  readonly helpId: string;
  readonly lane: number;
  readonly lanes: number;
  readonly isDragged: boolean;
  readonly onGrip: (event: PointerEvent, grip: Grip) => void;
  readonly onChange: (block: Block) => void;
  /** A key would have moved it over the edge of the day or the week. */
  readonly onEdge: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

const arrows: Readonly<Record<string, { days?: number; steps?: number }>> = {
  ArrowUp: { steps: -1 },
  ArrowDown: { steps: 1 },
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
};
const icons = { kiosk: MonitorSmartphone, telephone: Phone, 'in-person': UserRound };

export function WeekBlock(props: WeekBlockProps) {
  const { block, name, helpId, lane, lanes, isDragged, onGrip, onChange, onEdge, onEdit, onRemove } = props;
  const words = useCalendarWords();

  const press = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    const isDelete = event.key === 'Delete' || event.key === 'Backspace';
    if ((!arrow && !isDelete) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (isDelete) return onRemove();
    const snap = event.altKey ? snaps.fine : snaps.usual;
    const minutes = (arrow?.steps ?? 0) * snap;
    if (event.shiftKey && !minutes) return;
    const next = event.shiftKey
      ? withEnd(block, block.until + minutes, snap)
      : moved(block, { minutes, days: arrow?.days ?? 0 }, snap);
    const isSame = next.weekday === block.weekday && next.from === block.from && next.until === block.until;
    if (isSame) onEdge();
    else onChange(next);
  };

  const place: CSSProperties & Record<`--${string}`, number> = {
    '--day': block.weekday - 1,
    '--from': block.from,
    '--until': block.until,
    '--lane': lane,
    '--lanes': lanes,
  };
  return (
    <button
      type="button"
      className={styles.block}
      style={place}
      data-block={block.id}
      data-dragged={isDragged}
      aria-label={name}
      aria-describedby={helpId}
      onPointerDown={(event) => onGrip(event, 'all')}
      onKeyDown={press}
      // By pointer a tap opens it too, but only `useDrag` can tell a tap from a drag.
      onClick={({ detail }) => detail === 0 && onEdit()}
    >
      <span className={styles.start} onPointerDown={(event) => onGrip(event, 'start')} />
      <span className={styles.words}>
        {words.hours(block)}
        <span className={styles.channels}>
          {block.channels.map((channel) => {
            const Icon = icons[channel];
            return <Icon key={channel} aria-hidden="true" />;
          })}
        </span>
      </span>
      <span className={styles.end} onPointerDown={(event) => onGrip(event, 'end')} />
    </button>
  );
}
