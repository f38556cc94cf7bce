import type { Account } from '@remote-clerk/shared/contracts/http/account.ts';
import type { Permission } from '@remote-clerk/shared/contracts/permissions.ts';
import {
  Activity,
  Building2,
  CalendarCog,
  CalendarDays,
  ChartNoAxesColumn,
  Coins,
  FolderOpen,
  Headset,
  KeyRound,
  LogIn,
  type LucideIcon,
  MonitorSmartphone,
  ScrollText,
} from 'lucide-react';
import type { MessageKey } from '../messages/use-messages.ts';

export type Place = {
  readonly path: string;
  readonly name: MessageKey;
  readonly icon: LucideIcon;
  /** Who finds it on the rail; the server decides by itself what it answers. */
  readonly shows: (account: Account) => boolean;
};

const may =
  (permission: Permission, post?: Account['post']) =>
  (account: Account): boolean =>
    account.permissions.includes(permission) && (post === undefined || account.post === post);

/** Whose calls ring at the desk, wherever in the console they are. */
export const mayServe = may('consultation.serve', 'specialist');

/** Every place of the console, in the order of the rail. */
const places: readonly Place[] = [
  { path: '/desk', name: 'place.desk', icon: Headset, shows: mayServe },
  { path: '/calendar', name: 'place.calendar', icon: CalendarDays, shows: may('calendar.own', 'specialist') },
  { path: '/cases', name: 'place.cases', icon: FolderOpen, shows: may('case.own', 'specialist') },
  {
    path: '/contact-point',
    name: 'place.contact-point',
    icon: MonitorSmartphone,
    shows: may('contact-point.serve', 'clerk'),
  },
  { path: '/schedules', name: 'place.schedules', icon: CalendarCog, shows: may('calendar.manage') },
  { path: '/load', name: 'place.load', icon: ChartNoAxesColumn, shows: may('calendar.manage') },
  { path: '/operations', name: 'place.operations', icon: Activity, shows: may('operations.read') },
  { path: '/costs', name: 'place.costs', icon: Coins, shows: may('costs.read') },
  { path: '/administration', name: 'place.administration', icon: Building2, shows: may('organisation.manage') },
  {
    path: '/sign-in-settings',
    name: 'place.sign-in-settings',
    icon: LogIn,
    shows: may('sign-in.manage'),
  },
  { path: '/record', name: 'place.record', icon: ScrollText, shows: may('audit.read') },
  { path: '/rights', name: 'place.rights', icon: KeyRound, shows: () => true },
];

/** Where whoever has no rights yet is told so, and where everybody asks for them. */
const welcomePath = '/welcome';
export const askPath = '/rights/ask';
export const accountPath = '/account';

/** Off the rail, and everybody's. */
const open = [askPath, accountPath];

export const placesOf = (account: Account): readonly Place[] => places.filter(({ shows }) => shows(account));

/** Where an account begins: its first place; whoever has no rights yet is told so first. */
export function homeOf(account: Account): string {
  const hasRights = account.permissions.some((permission) => permission !== 'session.own');
  return (hasRights && placesOf(account)[0]?.path) || welcomePath;
}

export const mayVisit = (account: Account, pathname: string): boolean =>
  // Whoever has got rights meanwhile is welcome elsewhere.
  [homeOf(account), ...open, ...placesOf(account).map(({ path }) => path)].some(
    (path) => pathname === path || pathname.startsWith(`${path}/`),
  );
