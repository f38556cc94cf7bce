import type { Operations } from '@remote-clerk/shared/contracts/http/operations.ts';
import type { SelfTest } from '@remote-clerk/shared/contracts/self-test.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { MonitorSmartphone } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './OperationsScreen.module.css';
import { type Trouble, troublesOf } from './self-test-words.ts';
import { useNumber } from './use-number.ts';

/** Every kiosk and what it found when it tested itself; those in trouble come first. */
export function KiosksNow({ kiosks }: { readonly kiosks: Operations['kiosks'] }) {
  const say = useMessages();
  const format = useFormat();
  return (
    <section className={styles.section} aria-labelledby="operations-kiosks">
      <h2 id="operations-kiosks">{say('operations.kiosks')}</h2>
      {kiosks.length === 0 ? (
        <EmptyState icon={MonitorSmartphone} title={say('operations.kiosks.none')} />
      ) : (
        <Table
          label={say('operations.kiosks')}
          rows={kiosks}
          columns={[
            { id: 'name', header: say('column.name'), sortBy: ({ name }) => name, cell: ({ name }) => name },
            {
              id: 'contact-point',
              header: say('case.contact-point'),
              sortBy: ({ contactPoint }) => contactPoint,
              cell: ({ contactPoint }) => contactPoint,
            },
            {
              id: 'connection',
              header: say('operations.connection'),
              sortBy: ({ online }) => Number(online),
              cell: ({ online }) => (
                <StatusBadge tone={online ? 'good' : 'bad'}>
                  {say(online ? 'kiosk.online' : 'kiosk.offline')}
                </StatusBadge>
              ),
            },
            {
              id: 'self-test',
              header: say('operations.self-test'),
              sortBy: ({ selfTest }) => (selfTest ? -troublesOf(selfTest).length : 0),
              cell: ({ selfTest }) => <SelfTestCell test={selfTest} />,
            },
            {
              id: 'tested',
              header: say('operations.tested'),
              sortBy: ({ selfTest }) => selfTest?.at ?? '',
              cell: ({ selfTest }) => (selfTest ? format.shortDateTime(selfTest.at) : '—'),
            },
          ]}
        />
      )}
    </section>
  );
}

function SelfTestCell({ test }: { readonly test: SelfTest | null }) {
  const say = useMessages();
  const number = useNumber();
  if (!test) return <StatusBadge tone="neutral">{say('self-test.never')}</StatusBadge>;
  const troubles = troublesOf(test);
  if (troubles.length === 0) return <StatusBadge tone="good">{say('self-test.well')}</StatusBadge>;
  const figure = ({ part }: Trouble): string | null => {
    if (part === 'network') {
      const { roundTripMs, packetLossPercent } = test.network;
      if (roundTripMs === null || packetLossPercent === null) return null;
      return say('self-test.network', { roundTrip: number(roundTripMs, 0), loss: number(packetLossPercent, 1) });
    }
    if (part === 'camera' || part === 'documentCamera') {
      const { framesPerSecond } = test[part];
      return framesPerSecond === null ? null : say('self-test.frames', { value: number(framesPerSecond, 0) });
    }
    const { level } = test[part];
    return level === null ? null : say('self-test.level', { value: number(level * 100, 0) });
  };
  return (
    <div className={styles.cell}>
      {troubles.map((trouble) => (
        <div key={trouble.part} className={styles.trouble}>
          <StatusBadge tone={trouble.verdict === 'failed' ? 'bad' : 'warn'}>
            {say(`self-test.${trouble.part}.${trouble.verdict}`)}
          </StatusBadge>
          <span className={styles.figures}>{figure(trouble)}</span>
        </div>
      ))}
    </div>
  );
}
