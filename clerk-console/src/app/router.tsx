import type { createBrowserRouter, RouteObject } from 'react-router';
import { AccountScreen } from '../features/account/AccountScreen.tsx';
import { WelcomeScreen } from '../features/account/WelcomeScreen.tsx';
import { AdministrationScreen } from '../features/administration/AdministrationScreen.tsx';
import { CalendarScreen } from '../features/calendar/CalendarScreen.tsx';
import { ContactPointScreen } from '../features/contact-point/ContactPointScreen.tsx';
import { CostsScreen } from '../features/costs/CostsScreen.tsx';
import { DeskScreen } from '../features/desk/DeskScreen.tsx';
import { LoadScreen } from '../features/load/LoadScreen.tsx';
import { OperationsScreen } from '../features/operations/OperationsScreen.tsx';
import { RecordScreen } from '../features/record/RecordScreen.tsx';
import { RightsScreen } from '../features/rights/RightsScreen.tsx';
import { SchedulesScreen } from '../features/schedules/SchedulesScreen.tsx';
import { CasesScreen } from '../features/service-case/CasesScreen.tsx';
import { SignInSettingsScreen } from '../features/sign-in-settings/SignInSettingsScreen.tsx';
import { Root } from './Root.tsx';

const routes: RouteObject[] = [
  {
    path: '/',
    Component: Root,
    children: [
      { path: 'account', Component: AccountScreen },
      { path: 'welcome', Component: WelcomeScreen },
      { path: 'desk', Component: DeskScreen },
      { path: 'calendar', Component: CalendarScreen },
      { path: 'cases/:caseId?', Component: CasesScreen },
      { path: 'contact-point', Component: ContactPointScreen },
      { path: 'schedules/:section?', Component: SchedulesScreen },
      { path: 'load', Component: LoadScreen },
      { path: 'operations', Component: OperationsScreen },
      { path: 'costs', Component: CostsScreen },
      { path: 'administration/:section?', Component: AdministrationScreen },
      { path: 'sign-in-settings/:section?', Component: SignInSettingsScreen },
      { path: 'record/:section?', Component: RecordScreen },
      { path: 'rights/:section?/:id?', Component: RightsScreen },
      // Any other address: `Root` leads from it to where one may be.
      { path: '*' },
    ],
  },
];

/** Addresses in the browser's bar, or in memory for tests. */
export type CreateHistory = (routes: RouteObject[]) => ReturnType<typeof createBrowserRouter>;

export const createRouter = (createHistory: CreateHistory) => createHistory(routes);
