import type { ContactPointKiosk, ContactPointView } from '@remote-clerk/shared/contracts/views.ts';
import type { ContactPointId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../app/account.ts';
import { usePageTitle } from '../../app/page-title.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './ContactPointScreen.module.css';
import { HelpRequests } from './HelpRequests.tsx';
import { KioskCard } from './KioskCard.tsx';
import { StartSession } from './StartSession.tsx';
import { useContactPoint } from './use-contact-point.ts';

/** The clerk's place of work: the kiosks in the room, who needs help, and starting a session for a citizen. */
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

function Loaded({ view: { contactPoint, kiosks } }: { readonly view: ContactPointView }) {
  const say = useMessages();
  const [startAt, setStartAt] = useState<KioskId | null>(null);
  const helpWanted = kiosks.filter((kiosk) => kiosk.helpRequestedAt !== null);
  const [longest] = byWaiting(helpWanted);
  usePageTitle(longest ? say('help.page-title', { kiosk: longest.name }) : say('place.contact-point'));
  const startKiosk = kiosks.find((kiosk) => kiosk.id === startAt);
  return (
    <main className={styles.screen} data-starting={startKiosk !== undefined}>
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
              <KioskCard kiosk={kiosk} isStarting={kiosk.id === startAt} onStart={() => setStartAt(kiosk.id)} />
            </li>
          ))}
        </ul>
      </div>
      {startKiosk && (
        <aside className={styles.start} aria-label={say('start.title', { kiosk: startKiosk.name })}>
          <StartSession
            key={startKiosk.id}
            kiosk={startKiosk}
            contactPointId={contactPoint.id}
            onDone={() => setStartAt(null)}
          />
        </aside>
      )}
    </main>
  );
}

const byWaiting = (kiosks: readonly ContactPointKiosk[]) =>
  kiosks.toSorted((a, b) => (a.helpRequestedAt ?? '').localeCompare(b.helpRequestedAt ?? ''));
