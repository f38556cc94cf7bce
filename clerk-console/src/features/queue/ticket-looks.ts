import type { PriorityClass, TicketState } from '@remote-clerk/shared/domain/queue-ticket.ts';
import type { Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import {
  Accessibility,
  AlarmClock,
  ArrowRightLeft,
  BellRing,
  CalendarCheck,
  CircleCheckBig,
  CirclePause,
  CirclePlay,
  CircleSlash,
  DoorOpen,
  Footprints,
  Headset,
  Hourglass,
  type LucideIcon,
  Megaphone,
  PhoneOutgoing,
  Undo2,
  UserRoundX,
} from 'lucide-react';
import type { ClerkCommand } from './ticket-commands.ts';

export const stateLooks: Readonly<Record<TicketState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  waiting: { tone: 'neutral', icon: Hourglass },
  called: { tone: 'warn', icon: BellRing },
  held: { tone: 'info', icon: CirclePause },
  serving: { tone: 'good', icon: Headset },
  served: { tone: 'neutral', icon: CircleCheckBig },
  noshow: { tone: 'bad', icon: UserRoundX },
  callback: { tone: 'info', icon: PhoneOutgoing },
  cancelled: { tone: 'neutral', icon: CircleSlash },
};

export const priorityLooks: Readonly<Record<PriorityClass, LucideIcon>> = {
  booked: CalendarCheck,
  priority: Accessibility,
  late: AlarmClock,
  'walk-in': Footprints,
};

export const commandLooks: Readonly<Record<ClerkCommand, LucideIcon>> = {
  call: Megaphone,
  recall: Megaphone,
  resume: CirclePlay,
  'put-back': Undo2,
  miss: UserRoundX,
  hold: CirclePause,
  transfer: ArrowRightLeft,
  'call-back': PhoneOutgoing,
  cancel: DoorOpen,
};
