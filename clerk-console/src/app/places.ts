import type { StaffRole } from '@remote-clerk/shared/contracts/permissions.ts';
import {
  Activity,
  Building2,
  CalendarCog,
  CalendarDays,
  ChartNoAxesColumn,
  FolderOpen,
  Headset,
  type LucideIcon,
  MonitorSmartphone,
} from 'lucide-react';
import type { MessageKey } from '../messages/use-messages.ts';

export type Place = {
  readonly path: string;
  readonly name: MessageKey;
  readonly icon: LucideIcon;
  readonly shortcut: string;
};

/** Where each role can go; the first is where it begins. */
export const places: Readonly<Record<StaffRole, readonly [Place, ...Place[]]>> = {
  specialist: [
    { path: '/desk', name: 'place.desk', icon: Headset, shortcut: '1' },
    { path: '/calendar', name: 'place.calendar', icon: CalendarDays, shortcut: '2' },
    { path: '/cases', name: 'place.cases', icon: FolderOpen, shortcut: '3' },
  ],
  clerk: [{ path: '/contact-point', name: 'place.contact-point', icon: MonitorSmartphone, shortcut: '1' }],
  administrator: [
    { path: '/schedules', name: 'place.schedules', icon: CalendarCog, shortcut: '1' },
    { path: '/load', name: 'place.load', icon: ChartNoAxesColumn, shortcut: '2' },
    { path: '/operations', name: 'place.operations', icon: Activity, shortcut: '3' },
    { path: '/administration', name: 'place.administration', icon: Building2, shortcut: '4' },
  ],
};
