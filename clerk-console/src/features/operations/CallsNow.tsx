import type { Operations } from '@remote-clerk/shared/contracts/http/operations.ts';
import type { CallAbsences } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationState } from '@remote-clerk/shared/domain/consultation.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { PhoneOff } from 'lucide-react';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { EndQuality } from './EndQuality.tsx';
import { nodeName } from './node-name.ts';
import styles from './OperationsScreen.module.css';

type Call = Operations['calls'][number];
const tones: Readonly<Record<ConsultationState, Tone>> = {
  waiting: 'info',
  offered: 'info',
  accepted: 'info',
  live: 'good',
  ended: 'neutral',
  dropped: 'bad',
  abandoned: 'neutral',
};
const ends = ['citizen', 'specialist', 'node'] as const satisfies (keyof CallAbsences)[];

interface CallsNowProps {
  readonly calls: Operations['calls'];
  readonly nodes: Operations['nodes'];
}

/** Calls without who is in them. */
export function CallsNow({ calls, nodes }: CallsNowProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const { clock } = useConsole();
  const nodeOf = ({ nodeId, away }: Call) => {
    const node = nodes.find(({ id }) => id === nodeId);
    if (node) return nodeName(node);
    return away.node ? say('operations.direct') : '—';
  };
  return (
    <section className={styles.section} aria-labelledby="operations-calls">
      <h2 id="operations-calls">{say('operations.calls')}</h2>
      {calls.length === 0 ? (
        <EmptyState icon={PhoneOff} title={say('operations.calls.none')}>
          {say('operations.calls.none.help')}
        </EmptyState>
      ) : (
        <Table
          label={say('operations.calls')}
          rows={calls.map((call) => ({ ...call, id: call.consultationId }))}
          columns={[
            {
              id: 'case',
              header: say('operations.case'),
              sortBy: (call) => call.caseNumber,
              cell: (call) => <span className={styles.name}>{call.caseNumber}</span>,
            },
            {
              id: 'service',
              header: say('case.service'),
              sortBy: (call) => call.service[language],
              cell: (call) => (
                <>
                  {call.service[language]}
                  <span className={styles.more}>{call.contactPoint}</span>
                </>
              ),
            },
            {
              id: 'state',
              header: say('column.state'),
              sortBy: (call) => call.state,
              cell: (call) => (
                <div className={styles.cell}>
                  <StatusBadge tone={tones[call.state]}>{say(`call-state.${call.state}`)}</StatusBadge>
                  {ends.map(
                    (end) =>
                      call.away[end] && (
                        <StatusBadge key={end} tone="warn">
                          {say(`away.${end}`)}
                        </StatusBadge>
                      ),
                  )}
                </div>
              ),
            },
            {
              id: 'since',
              header: say('operations.since'),
              isNumber: true,
              sortBy: (call) => call.since,
              cell: (call) => <ElapsedTime since={clock.toLocal(call.since)} />,
            },
            {
              id: 'node',
              header: say('operations.node'),
              sortBy: nodeOf,
              cell: (call) => (
                <>
                  <span className={styles.name}>{nodeOf(call)}</span>
                  {call.peers > 0 && (
                    <span className={styles.more}>{say('operations.peers-here', { count: call.peers })}</span>
                  )}
                </>
              ),
            },
            {
              id: 'citizen',
              header: say('operations.at-citizen'),
              cell: (call) => <EndQuality quality={call.quality?.citizen ?? null} />,
            },
            {
              id: 'specialist',
              header: say('operations.at-specialist'),
              cell: (call) => <EndQuality quality={call.quality?.specialist ?? null} />,
            },
          ]}
        />
      )}
    </section>
  );
}
