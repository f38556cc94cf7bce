import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useState } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { problemMessage } from '../../app/problems.ts';
import { ResizableColumns } from '../../app/ResizableColumns.tsx';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { CallStage } from '../call/CallStage.tsx';
import { useCallContext } from '../call/call-context.ts';
import { CasePanel } from '../service-case/CasePanel.tsx';
import { Availability } from './Availability.tsx';
import styles from './DeskScreen.module.css';
import { IdleStage } from './IdleStage.tsx';
import { RingCard } from './RingCard.tsx';
import { ToClose } from './ToClose.tsx';
import { useDesk } from './use-desk.ts';
import { WaitingList } from './WaitingList.tsx';

/** The specialist's place of work: who waits, the call, the case. */
export function DeskScreen() {
  const say = useMessages();
  const { data: desk, isError, error } = useDesk();
  const [chosen, setChosen] = useState<ServiceCaseId | null>(null);
  const waitingCount = desk?.waiting.length ?? 0;
  usePageTitle(waitingCount > 0 ? `(${waitingCount}) ${say('place.desk')}` : say('place.desk'));

  if (!desk) {
    return (
      <main className={styles.unread} aria-busy={!isError}>
        {isError && <Notice tone="bad" title={say('away.title')} todo={say(problemMessage(error))} />}
      </main>
    );
  }
  const { current, ring, toClose } = desk;
  const isChosenOpen = toClose.some(({ caseId }) => caseId === chosen);
  const openCase = current?.caseId ?? (isChosenOpen ? chosen : (toClose[0]?.caseId ?? null));
  return (
    <ResizableColumns
      name="desk"
      className={styles.screen}
      start={
        <div className={styles.waiting}>
          <h1 className="visually-hidden">{say('place.desk')}</h1>
          <Availability desk={desk} />
          <AnswerTrouble />
          {ring && <RingCard ring={ring} />}
          <WaitingList waiting={desk.waiting} isBusy={current !== null} />
          <ToClose cases={toClose} opened={openCase} onOpen={setChosen} />
        </div>
      }
      middle={current ? <CallStage key={current.id} current={current} /> : <IdleStage desk={desk} />}
      end={openCase && <CasePanel key={openCase} caseId={openCase} />}
      labels={{ start: say('desk.column.waiting'), middle: say('desk.column.call'), end: say('desk.column.case') }}
    />
  );
}

/** Why the last answer did not lead into a call. */
function AnswerTrouble() {
  const say = useMessages();
  const { error, ending } = useStore(useCallContext().controller.state);
  if (!error || ending) return null;
  return <Notice tone="warn" title={say(problemMessage(error))} />;
}
