import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useNow } from '@remote-clerk/shared/ui/use-now.ts';
import {
  AlarmClock,
  CalendarCheck,
  CircleCheckBig,
  CircleSlash,
  Hourglass,
  type LucideIcon,
  UserRoundCheck,
  UserRoundX,
} from 'lucide-react';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { type ShownState, shownState } from './appointment-state.ts';

const looks: Readonly<Record<ShownState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  pending: { tone: 'neutral', icon: Hourglass },
  booked: { tone: 'neutral', icon: CalendarCheck },
  late: { tone: 'warn', icon: AlarmClock },
  arrived: { tone: 'good', icon: UserRoundCheck },
  fulfilled: { tone: 'neutral', icon: CircleCheckBig },
  noshow: { tone: 'bad', icon: UserRoundX },
  cancelled: { tone: 'neutral', icon: CircleSlash },
};

export function AppointmentBadge({ appointment }: { readonly appointment: Appointment }) {
  const say = useMessages();
  const { clock } = useConsole();
  const now = useNow();
  const state = shownState({ ...appointment, startsAt: clock.toLocal(appointment.startsAt) }, instantFrom(now));
  return (
    <StatusBadge tone={looks[state].tone} icon={looks[state].icon}>
      {say(`appointment.${state}`)}
    </StatusBadge>
  );
}
