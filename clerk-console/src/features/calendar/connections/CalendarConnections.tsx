import styles from './CalendarConnections.module.css';
import { CalendarFeed } from './CalendarFeed.tsx';
import { ConnectCalendar } from './ConnectCalendar.tsx';
import { ConnectedCalendars } from './ConnectedCalendars.tsx';

/** A specialist's other calendars: those of which busy times are read here, and the address at which they read ours. */
export function CalendarConnections() {
  return (
    <div className={styles.connections}>
      <ConnectedCalendars />
      <ConnectCalendar />
      <CalendarFeed />
    </div>
  );
}
