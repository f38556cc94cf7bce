import type { VersionedSchedule } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Tabs } from '@remote-clerk/shared/ui/Tabs.tsx';
import { ArrowLeft } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { CopyTab } from './CopyTab.tsx';
import { ExceptionsTab } from './ExceptionsTab.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { LimitsTab } from './LimitsTab.tsx';
import styles from './ScheduleEditor.module.css';
import { type ScheduleChanging, useScheduleChange } from './use-schedule-change.ts';
import { WeekTab } from './WeekTab.tsx';

type Specialist = { readonly id: AccountId; readonly name: string };

export interface EditorTabProps {
  readonly specialists: readonly Specialist[];
  readonly changing: ScheduleChanging;
  readonly monday: PlainDate;
  /** Something is typed that is not saved. */
  readonly onTyped: () => void;
}

const tabs = { week: WeekTab, exceptions: ExceptionsTab, limits: LimitsTab, copy: CopyTab } satisfies Record<
  string,
  ComponentType<EditorTabProps>
>;
const tabIds = ['week', 'exceptions', 'limits', 'copy'] as const;
type TabId = (typeof tabIds)[number];

interface EditorTabsProps {
  readonly specialists: readonly Specialist[];
  readonly read: readonly VersionedSchedule[];
  readonly monday: PlainDate;
  readonly onBack: () => void;
}

export function EditorTabs({ specialists, read, monday, onBack }: EditorTabsProps) {
  const say = useMessages();
  const [tab, setTab] = useState<TabId>('week');
  const [typed, setTyped] = useState<ReadonlySet<TabId>>(new Set());
  const [rounds, setRounds] = useState<Readonly<Record<TabId, number>>>({ week: 0, exceptions: 0, limits: 0, copy: 0 });
  const changing = useScheduleChange(read);
  /** The tab in front begins anew with what is saved now; so do the others, unless something is typed in them. */
  const beginAnew = () => {
    changing.back();
    const others = new Set([...typed].filter((id) => id !== tab));
    const next = (id: TabId) => rounds[id] + (others.has(id) ? 0 : 1);
    setTyped(others);
    setRounds({ week: next('week'), exceptions: next('exceptions'), limits: next('limits'), copy: next('copy') });
  };
  // What has just been saved may be left; what was typed beside it may not.
  const hasTyped = [...typed].some((id) => id !== tab || changing.step.kind !== 'saved');
  const [only] = specialists.length === 1 ? specialists : [];
  return (
    <div className={styles.editor}>
      <LeaveGuard isTyped={hasTyped}>
        {(leave) => (
          <header className={styles.head}>
            <Button icon={ArrowLeft} onPress={() => leave(onBack)}>
              {say('schedules.editor.back')}
            </Button>
            <div>
              <h2>
                {only
                  ? say('schedules.editor.one', { name: only.name })
                  : say('schedules.editor.many', { count: specialists.length })}
              </h2>
              {only ? (
                <LastChange schedule={changing.bases[0]} />
              ) : (
                <p className={styles.soft}>{specialists.map(({ name }) => name).join(', ')}</p>
              )}
            </div>
          </header>
        )}
      </LeaveGuard>
      {changing.error !== null && (
        <Notice
          tone="bad"
          title={say(changing.step.kind === 'editing' ? 'schedules.change.not-checked' : 'schedules.change.failed')}
          todo={say(problemMessage(changing.error))}
        />
      )}
      <Tabs
        label={say('schedules.edit')}
        value={tab}
        onChange={setTab}
        items={tabIds.map((id) => {
          const Tab = tabs[id];
          return {
            id,
            label: say(`schedules.editor.tab.${id}`),
            content: (
              <Tab
                key={rounds[id]}
                specialists={specialists}
                changing={changing}
                monday={monday}
                onTyped={() => setTyped(new Set([...typed, id]))}
              />
            ),
          };
        })}
      />
      <ChangeDialog specialists={specialists} changing={changing} onAnew={beginAnew} />
    </div>
  );
}

function LastChange({ schedule }: { readonly schedule: VersionedSchedule | undefined }) {
  const say = useMessages();
  const format = useFormat();
  if (!schedule?.changedAt) return <p className={styles.soft}>{say('schedules.editor.never')}</p>;
  return (
    <p className={styles.soft}>
      {say('schedules.editor.changed', {
        name: schedule.changedBy ?? say('schedules.conflict.somebody'),
        at: format.dateTime(schedule.changedAt),
      })}
    </p>
  );
}
