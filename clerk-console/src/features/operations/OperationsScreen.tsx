import type { Operations } from '@remote-clerk/shared/contracts/http/operations.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { usePageTitle } from '../../app/page-title.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Unread } from '../schedules/Unread.tsx';
import { CallsNow } from './CallsNow.tsx';
import { KiosksNow } from './KiosksNow.tsx';
import { NodesNow } from './NodesNow.tsx';
import styles from './OperationsScreen.module.css';
import { isTroubled } from './self-test-words.ts';
import { useOperations } from './use-operations.ts';

/** The media nodes, the calls and the kiosks as they are now, for whoever keeps them running. */
export function OperationsScreen() {
  const say = useMessages();
  const operations = useOperations();
  usePageTitle(say('place.operations'));
  return (
    <main className={styles.screen} aria-busy={!operations.data && !operations.isError}>
      <h1 className={styles.title}>{say('operations.title')}</h1>
      {operations.isError && !operations.data && (
        <Unread title={say('operations.not-read')} error={operations.error} onAgain={() => void operations.refetch()} />
      )}
      {operations.data && <Read operations={operations.data} isStale={operations.isError} />}
    </main>
  );
}

function Read({ operations, isStale }: { readonly operations: Operations; readonly isStale: boolean }) {
  const say = useMessages();
  const format = useFormat();
  const { nodes, calls, kiosks, asOf } = operations;
  const time = format.time(asOf);
  const serving = nodes.filter(({ state }) => state === 'serving').length;
  return (
    <>
      {isStale && (
        <Notice tone="warn" title={say('operations.stale')} doing={say('operations.stale.doing', { time })} />
      )}
      <dl className={styles.summary}>
        <Sum
          figure={say('operations.nodes-serving', { serving, total: nodes.length })}
          of={say('operations.nodes-serving.of')}
        />
        <Sum figure={calls.length} of={say('operations.calls-now')} />
        <Sum figure={kiosks.filter(isTroubled).length} of={say('operations.kiosks-troubled')} />
      </dl>
      <NodesNow nodes={nodes} asOf={asOf} />
      <CallsNow calls={calls} nodes={nodes} />
      <KiosksNow kiosks={kiosks} />
      <p className={styles.hint}>{say('operations.as-of', { time })}</p>
    </>
  );
}

function Sum({ figure, of }: { readonly figure: number | string; readonly of: string }) {
  return (
    <div className={styles.sum}>
      <dt>{of}</dt>
      <dd>{figure}</dd>
    </div>
  );
}
