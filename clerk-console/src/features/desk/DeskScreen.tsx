import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { problemMessage } from '../../app/problems.ts';
import { ResizableColumns } from '../../app/ResizableColumns.tsx';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { CallStage } from '../call/CallStage.tsx';
import { useCallContext } from '../call/call-context.ts';
import { CasePanel } from '../service-case/CasePanel.tsx';
import { caseKey } from '../service-case/use-case.ts';
import { Availability } from './Availability.tsx';
import { CallBacks } from './CallBacks.tsx';
import styles from './DeskScreen.module.css';
import { IdleStage } from './IdleStage.tsx';
import { Invitations } from './Invitations.tsx';
import { RingCard } from './RingCard.tsx';
import { RingStage } from './RingStage.tsx';
import { ToClose } from './ToClose.tsx';
import { TodayAppointments } from './TodayAppointments.tsx';
import { Transfer } from './Transfer.tsx';
import { useDesk } from './use-desk.ts';
import { WaitingList } from './WaitingList.tsx';

/** The specialist's place of work: who waits, the call, the case. */
export function DeskScreen() {
  const say = useMessages();
  const { data: desk, isError, error } = useDesk();
  useCaseOfCall(desk?.current ?? null);
  const [chosen, setChosen] = useState<ServiceCaseId | null>(null);
  const [closedNumber, setClosedNumber] = useState<string | null>(null);
  const waiting = desk?.waiting.filter(({ consultationId }) => consultationId !== desk.ring?.consultationId) ?? [];
  usePageTitle(waiting.length > 0 ? `(${waiting.length}) ${say('place.desk')}` : say('place.desk'));

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
  const idle = ring ? <RingStage /> : <IdleStage desk={desk} />;
  const middle = current ? (
    <CallStage key={current.id} current={current} actions={<Transfer consultationId={current.id} />} />
  ) : (
    idle
  );
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
          <Invitations invitations={desk.invitations} />
          <WaitingList waiting={waiting} isBusy={current !== null} />
          <TodayAppointments appointments={desk.appointments} />
          <CallBacks tickets={desk.callBacks} />
          <ToClose cases={toClose} opened={openCase} onOpen={setChosen} />
          <div role="status">
            {closedNumber && !current && (
              <StatusBadge tone="good">{say('case.was-closed', { number: closedNumber })}</StatusBadge>
            )}
          </div>
        </div>
      }
      middle={middle}
      end={openCase && <CasePanel key={openCase} caseId={openCase} onClosed={setClosedNumber} />}
      labels={{ start: say('desk.column.waiting'), middle: say('desk.column.call'), end: say('desk.column.case') }}
    />
  );
}

/** A case is read again when the call moves on or ends, and when it was made sure of who the citizen is. */
function useCaseOfCall(current: DeskView['current']): void {
  const cache = useQueryClient();
  const caseId = current?.caseId;
  const state = current?.state;
  const identity = current?.identity;
  useEffect(() => {
    if (!caseId || !state || !identity) return;
    const readAgain = () => void cache.invalidateQueries({ queryKey: caseKey(caseId) });
    readAgain();
    return readAgain;
  }, [cache, caseId, state, identity]);
}

/** Why the last answer did not lead into a call. */
function AnswerTrouble() {
  const say = useMessages();
  const { error, ending } = useStore(useCallContext().controller.state);
  if (!error || ending) return null;
  return <Notice tone="warn" title={say(problemMessage(error))} />;
}
