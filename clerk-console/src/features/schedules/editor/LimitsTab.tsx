import { BookingLimits, defaultLimits } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { NumberBox } from '../fields/NumberBox.tsx';
import type { EditorTabProps } from './EditorTabs.tsx';
import styles from './ScheduleEditor.module.css';

type Typed = { readonly [Name in keyof BookingLimits]: number | null };
const bounds = {
  leadMinutes: { min: 0, max: 43_200 },
  horizonDays: { min: 1, max: 365 },
  dailyLimit: { min: 0, max: 200 },
  walkInShare: { min: 0, max: 100 },
  bufferBefore: { min: 0, max: 120 },
  bufferAfter: { min: 0, max: 120 },
} as const;
const usualDaySeconds = 8 * 3600;

/** What limits bookings beside the hours, each with a sentence that says what it means. */
export function LimitsTab({ specialists, changing, onTyped }: EditorTabProps) {
  const say = useMessages();
  const format = useFormat();
  const before = changing.bases[0]?.schedule.limits ?? defaultLimits;
  const areSame = changing.bases.every(({ schedule }) => JSON.stringify(schedule.limits) === JSON.stringify(before));
  const [typed, setTyped] = useState<Typed>(before);
  const limits = BookingLimits.safeParse(typed);
  const means = {
    leadMinutes: say('schedules.limits.lead.means', { minutes: typed.leadMinutes ?? 0 }),
    horizonDays: say('schedules.limits.horizon.means', { days: typed.horizonDays ?? 0 }),
    dailyLimit:
      typed.dailyLimit === null
        ? say('schedules.limits.daily.none')
        : say('schedules.limits.daily.means', { count: typed.dailyLimit }),
    walkInShare: say('schedules.limits.walk-in.means', {
      time: format.duration(((typed.walkInShare ?? 0) / 100) * usualDaySeconds),
    }),
    bufferBefore: say('schedules.limits.before.means'),
    bufferAfter: say('schedules.limits.after.means'),
  };
  const labels = {
    leadMinutes: say('schedules.limits.lead'),
    horizonDays: say('schedules.limits.horizon'),
    dailyLimit: say('schedules.limits.daily'),
    walkInShare: say('schedules.limits.walk-in'),
    bufferBefore: say('schedules.limits.before'),
    bufferAfter: say('schedules.limits.after'),
  };
  const names = ['leadMinutes', 'horizonDays', 'dailyLimit', 'walkInShare', 'bufferBefore', 'bufferAfter'] as const;
  return (
    <form
      className={styles.tab}
      onSubmit={(event) => {
        event.preventDefault();
        if (limits.success) changing.preview({ kind: 'set-limits', limits: limits.data });
      }}
    >
      {!areSame && <Notice tone="info" title={say('schedules.limits.differ', { name: specialists[0]?.name ?? '' })} />}
      <div className={styles.fields}>
        {names.map((name) => (
          <NumberBox
            key={name}
            label={labels[name]}
            description={means[name]}
            isOptional={name === 'dailyLimit'}
            {...bounds[name]}
            value={typed[name]}
            onChange={(value) => {
              setTyped({ ...typed, [name]: value });
              onTyped();
            }}
            {...(typed[name] === null &&
              name !== 'dailyLimit' && { error: say('schedules.terms.invalid', bounds[name]) })}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button
          type="submit"
          icon={CircleCheck}
          variant="primary"
          isDisabled={!limits.success}
          isPending={changing.isBusy}
        >
          {say('schedules.change.preview')}
        </Button>
      </div>
    </form>
  );
}
