import type { AccountId, InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, dateAt, mondayOf } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { useState } from 'react';
import { homeZone } from '../../calendar/wall-time.ts';
import { ScheduleEditor } from '../editor/ScheduleEditor.tsx';
import { EverybodysWeek } from './EverybodysWeek.tsx';

type Chosen = { readonly id: AccountId; readonly name: string };

/** Everybody's week, or the editor for those who were chosen in it. */
export function WeekSection({ institutionId }: { readonly institutionId: InstitutionId }) {
  const [monday, setMonday] = useState(() => mondayOf(dateAt(Date.now(), homeZone)));
  const [edited, setEdited] = useState<readonly Chosen[] | null>(null);
  if (edited) return <ScheduleEditor specialists={edited} monday={monday} onBack={() => setEdited(null)} />;
  return (
    <EverybodysWeek
      institutionId={institutionId}
      monday={monday}
      onGo={(weeks) => setMonday(weeks === 0 ? mondayOf(dateAt(Date.now(), homeZone)) : addDays(monday, weeks * 7))}
      onEdit={setEdited}
    />
  );
}
