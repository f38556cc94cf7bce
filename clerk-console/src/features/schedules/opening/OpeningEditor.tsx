import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import type { OpeningHours } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMutation } from '@tanstack/react-query';
import { Save } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { isProblem, problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { blocksOf, hoursOf } from '../editor/rules.ts';
import { useWeek } from '../week-grid/use-week.ts';
import { WeekGrid } from '../week-grid/WeekGrid.tsx';
import { ExtraTimes } from './ExtraTimes.tsx';
import styles from './Opening.module.css';
import { OpeningConflict } from './OpeningConflict.tsx';

type Versioned = { readonly version: number; readonly openingHours: OpeningHours };

interface OpeningEditorProps {
  readonly contactPointId: ContactPointId;
  readonly read: Versioned;
  readonly isTyped: boolean;
  readonly onTyped: (isTyped: boolean) => void;
}

const blocksOfWeek = ({ weekly }: OpeningHours) => blocksOf(weekly.map((one) => ({ ...one, channels: [] })));

/** One contact point's week, the days on which it is closed, and those on which it is open beside the week. */
export function OpeningEditor({ contactPointId, read, isTyped, onTyped }: OpeningEditorProps) {
  const say = useMessages();
  const { api } = useConsole();
  const [base, setBase] = useState(read);
  const [theirs, setTheirs] = useState<Versioned | null>(null);
  const week = useWeek(blocksOfWeek(read.openingHours));
  const [closures, setClosures] = useState(read.openingHours.closures);
  const [extra, setExtra] = useState(read.openingHours.extra);
  const mine: OpeningHours = {
    weekly: week.blocks.map(({ weekday, from, until }) => ({ weekday, hours: hoursOf(from, until) })),
    closures,
    extra,
  };
  const compare = useMutation({
    mutationFn: () => api.call(scheduleRoutes.readOpeningHours, { params: { contactPointId } }),
    onSuccess: setTheirs,
  });
  const save = useMutation({
    mutationFn: (version: number) =>
      api.call(scheduleRoutes.setOpeningHours, { params: { contactPointId }, body: { version, openingHours: mine } }),
    onSuccess: (saved) => {
      setBase(saved);
      setTheirs(null);
      onTyped(false);
    },
    onError: (error) => {
      if (isProblem(error, 'conflict')) compare.mutate();
    },
  });
  const take = ({ version, openingHours }: Versioned) => {
    setBase({ version, openingHours });
    week.replace(blocksOfWeek(openingHours));
    setClosures(openingHours.closures);
    setExtra(openingHours.extra);
    setTheirs(null);
    onTyped(false);
    save.reset();
  };
  const typed = (change: () => void) => {
    change();
    onTyped(true);
    save.reset();
  };
  return (
    <div className={styles.section}>
      <WeekGrid
        label={say('schedules.opening')}
        newChannels={[]}
        week={{
          ...week,
          put: (block) => typed(() => week.put(block)),
          remove: (id) => typed(() => week.remove(id)),
          undo: () => typed(week.undo),
        }}
      />
      <ExtraTimes
        closures={closures}
        extra={extra}
        onClosures={(next) => typed(() => setClosures(next))}
        onExtra={(next) => typed(() => setExtra(next))}
      />
      {theirs && (
        <OpeningConflict
          mine={mine}
          theirs={theirs.openingHours}
          isPending={save.isPending}
          onKeep={() => save.mutate(theirs.version)}
          onTake={() => take(theirs)}
        />
      )}
      {save.isError && !isProblem(save.error, 'conflict') && (
        <Notice tone="bad" title={say('schedules.change.failed')} todo={say(problemMessage(save.error))} />
      )}
      {save.isSuccess && !isTyped && <Notice tone="good" title={say('schedules.change.saved')} />}
      {!theirs && (
        <div className={styles.row}>
          <Button
            icon={Save}
            variant="primary"
            isDisabled={!isTyped}
            isPending={save.isPending || compare.isPending}
            onPress={() => save.mutate(base.version)}
          >
            {say('schedules.change.save')}
          </Button>
        </div>
      )}
    </div>
  );
}
