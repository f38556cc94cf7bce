import type { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LiveRegion } from '@remote-clerk/shared/ui/LiveRegion.tsx';
import { Plus, Undo2 } from 'lucide-react';
import { type CSSProperties, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { inLanes } from '../../calendar/lanes.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { BlockForm } from './BlockForm.tsx';
import { useDrag } from './use-drag.ts';
import type { Week } from './use-week.ts';
import { WeekBlock } from './WeekBlock.tsx';
import styles from './WeekGrid.module.css';
import { type Block, proposed } from './week-blocks.ts';

interface WeekGridProps {
  readonly label: string;
  readonly week: Week;
  /** What a new block has; none for hours without channels. */
  readonly newChannels: readonly Channel[];
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const usual = { from: 7 * 60, until: 19 * 60 };
/** What is edited now and can be focused again: a block's id. */
type Focus = { readonly id: string } | null;

/** A week's hours, made and changed by drag or by keyboard alike; everything that happens is said. */
export function WeekGrid({ label, week, newChannels }: WeekGridProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const format = useFormat();
  const helpId = useId();
  const area = useRef<HTMLDivElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const [edited, setEdited] = useState<Block | null>(null);
  const [focus, setFocus] = useState<Focus>(null);
  const hasChannels = newChannels.length > 0;
  const nameOf = (block: Block) =>
    say(hasChannels ? 'schedules.block.with' : 'schedules.block', {
      day: words.weekday(block.weekday),
      hours: words.hours(block),
      channels: block.channels.map((channel) => say(`calendar.channel.${channel}`)).join(', '),
    });

  const put = (block: Block, isNew = false) => {
    week.put(block);
    setFocus({ id: block.id });
    setSaid(say(isNew ? 'schedules.block.added' : 'schedules.block.changed', { block: nameOf(block) }));
  };
  const remove = (block: Block) => {
    const index = week.blocks.findIndex(({ id }) => id === block.id);
    const next = week.blocks[index + 1] ?? week.blocks[index - 1];
    week.remove(block.id);
    setEdited(null);
    setFocus({ id: next?.id ?? '' });
    setSaid(say('schedules.block.removed', { block: nameOf(block) }));
  };
  const add = () => put({ id: crypto.randomUUID(), channels: newChannels, ...proposed(week.blocks) }, true);
  const undo = () => {
    week.undo();
    setSaid(say('schedules.block.undone'));
  };

  const shown = {
    from: Math.floor(Math.min(usual.from, ...week.blocks.map(({ from }) => from)) / 60) * 60,
    until: Math.ceil(Math.max(usual.until, ...week.blocks.map(({ until }) => until)) / 60) * 60,
  };
  const drag = useDrag({
    area,
    shown,
    onDrop: (block, grip) => put(block, grip === 'new'),
    onTap: setEdited,
  });

  // A block keeps the focus wherever it goes, and hands it on when it goes away.
  useEffect(() => {
    if (!focus) return;
    const block = [...(area.current?.querySelectorAll('button') ?? [])].find(
      ({ dataset }) => dataset.block === focus.id,
    );
    (block ?? tools.current?.querySelector('button'))?.focus();
  }, [focus]);

  const frame: CSSProperties & Record<`--${string}`, number> = { '--first': shown.from, '--last': shown.until };
  const hours = Array.from({ length: (shown.until - shown.from) / 60 }, (_, index) => shown.from + index * 60);
  const all = drag.dragged ? [...week.blocks.filter(({ id }) => id !== drag.dragged?.id), drag.dragged] : week.blocks;
  const total = week.blocks.reduce((sum, { from, until }) => sum + until - from, 0);
  return (
    <section className={styles.week} aria-label={label}>
      <div ref={tools} className={styles.tools}>
        <Button icon={Plus} onPress={add}>
          {say('schedules.week.add')}
        </Button>
        <Button icon={Undo2} variant="quiet" isDisabled={!week.canUndo} onPress={undo}>
          {say('schedules.week.undo')}
        </Button>
        <span className={styles.total}>{say('schedules.week.total', { time: format.duration(total * 60) })}</span>
      </div>
      <p id={helpId} className={styles.help}>
        {say('schedules.week.help')}
      </p>
      <div className={styles.frame} style={frame}>
        <div className={styles.heads} aria-hidden="true">
          {weekdays.map((weekday) => (
            <span key={weekday}>{words.weekday(weekday, 'short')}</span>
          ))}
        </div>
        <div className={styles.hours} aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour}>{words.time(hour)}</span>
          ))}
        </div>
        {/* Pressing the empty ground is a short cut for the button above, which does the same by keyboard. */}
        <div
          ref={area}
          className={styles.area}
          onPointerDown={(event) => drag.draw(event, crypto.randomUUID(), newChannels)}
          role="presentation"
        >
          {weekdays
            .flatMap((weekday) =>
              inLanes(
                all.filter((block) => block.weekday === weekday),
                (block) => block,
              ),
            )
            .map(({ item, lane, lanes }) => (
              <WeekBlock
                key={item.id}
                block={item}
                name={nameOf(item)}
                helpId={helpId}
                lane={lane}
                lanes={lanes}
                isDragged={item.id === drag.dragged?.id}
                onGrip={(event, grip) => drag.start(event, item, grip)}
                onChange={put}
                onEdge={() => setSaid(say('schedules.block.edge', { block: nameOf(item) }))}
                onEdit={() => setEdited(item)}
                onRemove={() => remove(item)}
              />
            ))}
        </div>
      </div>
      <LiveRegion message={said} />
      {edited && (
        <BlockForm
          key={edited.id}
          block={edited}
          hasChannels={hasChannels}
          onDone={(block) => {
            setEdited(null);
            put(block);
          }}
          onRemove={() => remove(edited)}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}
