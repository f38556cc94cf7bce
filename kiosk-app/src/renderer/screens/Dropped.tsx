import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CircleQuestionMark, RotateCw } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { Screen } from '../frame/Screen.tsx';
import { useFlow, useParts, useStore } from '../kiosk/kiosk-context.tsx';
import { AskFailure } from './AskFailure.tsx';
import { ChatLines } from './call/ChatLines.tsx';
import { Fact, Facts } from './Facts.tsx';

const told = ['kiosk-lost', 'specialist-lost', 'media-node-lost'] as const;

/** The talk broke off: why, that it is on record, what was written in it, and the way back to somebody. */
export function Dropped({ consultation }: { readonly consultation: KioskConsultation }) {
  const say = useMessages();
  const { kiosk, talk } = useParts();
  const { chat } = useStore(talk);
  const { language } = useLanguage();
  const { asking } = useFlow();
  const reason = told.find((each) => each === consultation.endReason) ?? 'other';
  const again = () => void kiosk.ask({ serviceId: consultation.service.id, language: consultation.language });
  return (
    <Screen
      name="dropped"
      question={say('dropped.question')}
      info={
        <>
          <Notice
            tone="warn"
            title={say(`dropped.${reason}`)}
            doing={say('dropped.doing')}
            todo={say('dropped.todo')}
          />
          <Facts>
            <Fact term={say('goodbye.case')}>{consultation.caseNumber}</Fact>
            <Fact term={say('meeting.about')}>{consultation.service.name[language]}</Fact>
          </Facts>
        </>
      }
      back={<Button onPress={() => void kiosk.finish()}>{say('dropped.finish')}</Button>}
      onward={
        <Button
          variant="primary"
          icon={RotateCw}
          isPending={asking.state === 'asking'}
          pendingLabel={say('ask.pending')}
          onPress={again}
        >
          {say('dropped.again')}
        </Button>
      }
    >
      {chat.lines.length + chat.sending.length > 0 && <ChatLines />}
      {asking.state === 'failed' && <AskFailure problem={asking.problem} />}
      <Button isWide icon={CircleQuestionMark} onPress={() => void kiosk.requestHelp()}>
        {say('staff.call')}
      </Button>
    </Screen>
  );
}
