import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';
import { ChannelChoice } from '../fields/ChannelChoice.tsx';
import { ClockField } from '../fields/ClockField.tsx';
import styles from './BlockForm.module.css';
import type { Block } from './week-blocks.ts';

interface BlockFormProps {
  readonly block: Block;
  readonly hasChannels: boolean;
  readonly onDone: (block: Block) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

const days = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Exact times of one block, to the minute. */
export function BlockForm({ block, hasChannels, onDone, onRemove, onClose }: BlockFormProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const [weekday, setWeekday] = useState(block.weekday);
  const [from, setFrom] = useState<number | null>(block.from);
  const [until, setUntil] = useState<number | null>(block.until);
  const [channels, setChannels] = useState(block.channels);
  const [isTried, setIsTried] = useState(false);
  // Midnight at the end of the day is written as it is read on a clock.
  const end = until === 0 ? 1440 : until;
  const isInOrder = from !== null && end !== null && from < end;
  const isReached = !hasChannels || channels.length > 0;
  const missing = (minutes: number | null) => isTried && minutes === null && say('schedules.block.no-time');
  const orderError = isTried && from !== null && end !== null && !isInOrder && say('schedules.block.order');
  const fromError = missing(from) || undefined;
  const untilError = missing(until) || orderError || undefined;
  return (
    <Dialog title={say('schedules.block.edit')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setIsTried(true);
          if (isInOrder && isReached) onDone({ ...block, weekday, from, until: end, channels });
        }}
      >
        <Select
          label={say('schedules.block.day')}
          items={days.map((id) => ({ id, label: words.weekday(Number(id)) }))}
          value={days[weekday - 1] ?? null}
          onChange={(id) => setWeekday(Number(id))}
        />
        <div className={styles.times}>
          <ClockField
            label={say('schedules.block.from')}
            value={from}
            onChange={setFrom}
            {...(fromError && { error: fromError })}
          />
          <ClockField
            label={say('schedules.block.until')}
            description={say('schedules.block.until.help')}
            value={until}
            onChange={setUntil}
            {...(untilError && { error: untilError })}
          />
        </div>
        {hasChannels && (
          <ChannelChoice
            label={say('schedules.block.channels')}
            value={channels}
            onChange={setChannels}
            {...(isTried && !isReached && { error: say('schedules.block.no-channel') })}
          />
        )}
        <div className={styles.actions}>
          <Button icon={Trash2} variant="danger" onPress={onRemove}>
            {say('schedules.block.remove')}
          </Button>
          <Button type="submit" variant="primary">
            {say('schedules.block.done')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
