import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { ContactPointKiosk, ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import type { ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { MonitorSmartphone } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useAccount } from '../../app/account.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { AppointmentList } from '../booking/AppointmentList.tsx';
import { useBooking } from '../booking/use-booking.ts';
import { Line } from '../queue/Line.tsx';
import styles from './ContactPointScreen.module.css';
import { Emergencies } from './Emergencies.tsx';
import { HelpRequests } from './HelpRequests.tsx';
import { KioskCard } from './KioskCard.tsx';
import { Side, type SideTask } from './Side.tsx';
import { useContactPoint } from './use-contact-point.ts';
import { type Section, WorkBar } from './WorkBar.tsx';

/** The clerk's place of work: the kiosks in the room, who needs help, the line, today's appointments, and booking. */
export function ContactPointScreen() {
  const say = useMessages();
  const { contactPointId } = useAccount();
  if (contactPointId) return <Of contactPointId={contactPointId} />;
  return (
    <main className={styles.unread}>
      <Notice tone="bad" title={say('contact-point.none')} todo={say('contact-point.none.todo')} />
    </main>
  );
}

function Of({ contactPointId }: { readonly contactPointId: ContactPointId }) {
  const say = useMessages();
  const { data: view, isError, error } = useContactPoint(contactPointId);
  if (view) return <Loaded view={view} />;
  return (
    <main className={styles.unread} aria-busy={!isError}>
      {isError && <Notice tone="bad" title={say('away.title')} todo={say(problemMessage(error))} />}
    </main>
  );
}

function Loaded({ view }: { readonly view: ContactPointView }) {
  const say = useMessages();
  const { contactPoint, kiosks } = view;
  const [task, setTask] = useState<SideTask | null>(null);
  const [section, setSection] = useState<Section>('line');
  const booking = useBooking();
  // The same at every rendering, so that typing in the panel does not draw the lists anew.
  const ask = useCallback((kind: 'transfer' | 'call-back', ticket: QueueTicket) => {
    setSection('line');
    setTask({ kind, ticket });
  }, []);
  const open = useCallback((appointment: Appointment) => {
    setSection('appointments');
    setTask({ kind: 'details', appointment });
  }, []);
  const helpWanted = kiosks.filter((kiosk) => kiosk.helpRequestedAt !== null);
  const [longest] = byWaiting(helpWanted);
  usePageTitle(longest ? say('help.page-title', { kiosk: longest.name }) : say('place.contact-point'));
  // A kiosk that was taken away takes its panel along.
  const isOpen = task !== null && (task.kind !== 'start' || kiosks.some(({ id }) => id === task.kioskId));
  const called = new Map(
    view.tickets.flatMap(({ state, kiosk, number }) => (state === 'called' && kiosk ? [[kiosk.id, number]] : [])),
  );
  return (
    <main className={styles.screen} data-open={isOpen}>
      <Emergencies kiosks={kiosks} />
      <div className={styles.kiosks}>
        <header>
          <h1 className={styles.title}>{contactPoint.name}</h1>
          <p className={styles.address}>{contactPoint.address}</p>
        </header>
        <HelpRequests kiosks={byWaiting(helpWanted)} />
        {kiosks.length === 0 && (
          <EmptyState icon={MonitorSmartphone} title={say('kiosks.none')}>
            {say('kiosks.none.help')}
          </EmptyState>
        )}
        <ul className={styles.list}>
          {kiosks.map((kiosk) => (
            <li key={kiosk.id}>
              <KioskCard
                kiosk={kiosk}
                called={called.get(kiosk.id)}
                isStarting={task?.kind === 'start' && task.kioskId === kiosk.id}
                onStart={() => setTask({ kind: 'start', kioskId: kiosk.id })}
              />
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.work}>
        <WorkBar
          section={section}
          onSection={setSection}
          isPanelOpen={isOpen}
          bookingGoesOn={booking.isTouched && task?.kind !== 'book'}
          onBook={() => setTask({ kind: 'book' })}
          onGiveTicket={() => setTask({ kind: 'give-ticket' })}
        />
        <div className={styles.sections} data-chosen={section}>
          <Line view={view} onAsk={ask} />
          <AppointmentList view={view} opened={task?.kind === 'details' ? task.appointment.id : null} onOpen={open} />
        </div>
      </div>
      {isOpen && <Side task={task} view={view} booking={booking} onTask={setTask} />}
    </main>
  );
}

const byWaiting = (kiosks: readonly ContactPointKiosk[]) =>
  kiosks.toSorted((a, b) => (a.helpRequestedAt ?? '').localeCompare(b.helpRequestedAt ?? ''));
