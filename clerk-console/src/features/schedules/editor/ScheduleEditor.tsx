import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { useSchedules } from '../schedule-queries.ts';
import { Unread } from '../Unread.tsx';
import { EditorTabs } from './EditorTabs.tsx';
import styles from './ScheduleEditor.module.css';

interface ScheduleEditorProps {
  readonly specialists: readonly { readonly id: AccountId; readonly name: string }[];
  readonly monday: PlainDate;
  readonly onBack: () => void;
}

/** The schedules of one or many specialists, changed together. */
export function ScheduleEditor({ specialists, monday, onBack }: ScheduleEditorProps) {
  const say = useMessages();
  const { schedules, error, refetch } = useSchedules(specialists.map(({ id }) => id));
  if (error) return <Unread title={say('schedules.editor.not-read')} error={error} onAgain={refetch} />;
  if (!schedules) return <div className={styles.editor} aria-busy="true" />;
  return <EditorTabs specialists={specialists} read={schedules} monday={monday} onBack={onBack} />;
}
