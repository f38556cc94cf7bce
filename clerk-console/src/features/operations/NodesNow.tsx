import type { NodeState, Operations } from '@remote-clerk/shared/contracts/http/operations.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Table } from '@remote-clerk/shared/ui/Table.tsx';
import { Server } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { LoadBar } from './LoadBar.tsx';
import { nodeName } from './node-name.ts';
import styles from './OperationsScreen.module.css';

const tones: Readonly<Record<NodeState, Tone>> = { serving: 'good', draining: 'info', silent: 'bad' };

interface NodesNowProps {
  readonly nodes: Operations['nodes'];
  readonly asOf: Instant;
}

export function NodesNow({ nodes, asOf }: NodesNowProps) {
  const say = useMessages();
  const heardSecondsAgo = (at: Instant) =>
    Math.max(0, Math.round((epochMilliseconds(asOf) - epochMilliseconds(at)) / 1000));
  return (
    <section className={styles.section} aria-labelledby="operations-nodes">
      <h2 id="operations-nodes">{say('operations.nodes')}</h2>
      {nodes.length === 0 ? (
        <EmptyState icon={Server} title={say('operations.nodes.none')}>
          {say('operations.nodes.none.help')}
        </EmptyState>
      ) : (
        <Table
          label={say('operations.nodes')}
          rows={nodes}
          columns={[
            {
              id: 'node',
              header: say('operations.node'),
              sortBy: nodeName,
              cell: (node) => (
                <>
                  <span className={styles.name}>{nodeName(node)}</span>
                  <span className={styles.more}>{say('operations.workers', { count: node.load.workers })}</span>
                </>
              ),
            },
            {
              id: 'state',
              header: say('column.state'),
              sortBy: ({ state }) => state,
              cell: ({ state }) => <StatusBadge tone={tones[state]}>{say(`node.${state}`)}</StatusBadge>,
            },
            {
              id: 'busiest',
              header: say('operations.busiest'),
              sortBy: ({ load }) => load.busiestWorker,
              cell: ({ load }) => <LoadBar label={say('operations.busiest')} share={load.busiestWorker} />,
            },
            {
              id: 'idlest',
              header: say('operations.idlest'),
              sortBy: ({ load }) => load.idlestWorker,
              cell: ({ load }) => <LoadBar label={say('operations.idlest')} share={load.idlestWorker} />,
            },
            {
              id: 'rooms',
              header: say('operations.rooms'),
              isNumber: true,
              sortBy: ({ load }) => load.rooms,
              cell: ({ load }) => load.rooms,
            },
            {
              id: 'peers',
              header: say('operations.peers'),
              isNumber: true,
              sortBy: ({ load }) => load.peers,
              cell: ({ load }) => load.peers,
            },
            {
              id: 'last-seen',
              header: say('operations.last-seen'),
              isNumber: true,
              sortBy: ({ lastSeenAt }) => -heardSecondsAgo(lastSeenAt),
              cell: ({ lastSeenAt }) => say('operations.seconds-ago', { seconds: heardSecondsAgo(lastSeenAt) }),
            },
          ]}
        />
      )}
    </section>
  );
}
