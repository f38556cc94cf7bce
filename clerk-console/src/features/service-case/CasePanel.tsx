import type { ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LiveRegion } from '@remote-clerk/shared/ui/LiveRegion.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { Tabs } from '@remote-clerk/shared/ui/Tabs.tsx';
import { FileText, Images, MessageSquareText, NotebookPen } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useUnread } from '../call/chat/use-unread.ts';
import { speakerName } from '../call/speaker-name.ts';
import { useTalk } from '../call/use-talk.ts';
import { IdentityBlock } from '../identity/IdentityBlock.tsx';
import { CaseChat } from './CaseChat.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import styles from './CasePanel.module.css';
import { CasePictures } from './CasePictures.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { CaseWriting } from './CaseWriting.tsx';
import { useCase } from './use-case.ts';

interface CasePanelProps {
  readonly caseId: ServiceCaseId;
  /** At the end of the heading, such as a way back to the list. */
  readonly aside?: ReactNode;
  /** Was closed here, with its number. */
  readonly onClosed?: (number: string) => void;
}

/** Everything about one case, in tabs that keep their state. */
export function CasePanel({ caseId, aside, onClosed }: CasePanelProps) {
  const say = useMessages();
  const query = useCase(caseId);
  if (query.data) return <Loaded key={caseId} served={query.data} aside={aside} onClosed={onClosed} />;
  if (query.isError) {
    return (
      <div className={styles.panel}>
        {aside}
        <Notice
          tone="bad"
          title={say('case.not-read')}
          todo={say(problemMessage(query.error))}
          actions={<Button onPress={() => void query.refetch()}>{say('away.again')}</Button>}
        />
      </div>
    );
  }
  return <div className={styles.panel} aria-busy="true" />;
}

type LoadedProps = {
  readonly served: ServiceCase;
  readonly aside?: ReactNode;
  readonly onClosed?: (number: string) => void;
};

function Loaded({ served, aside, onClosed }: LoadedProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const [tab, setTab] = useState<'notes' | 'chat' | 'pictures' | 'facts'>('notes');
  const panel = useRef<HTMLDivElement>(null);
  const { talk: own } = useTalk();
  const talk = own?.id === served.consultationId ? own : null;
  const unread = useUnread(talk);
  const writeIn = (wanted: 'notes' | 'chat') => {
    flushSync(() => setTab(wanted));
    panel.current?.querySelector<HTMLElement>('[role=tabpanel]:not([data-inert]) textarea')?.focus();
  };
  useShortcut('N', say('case.write'), () => writeIn('notes'));
  useShortcut('T', say('chat.shortcut'), () => writeIn('chat'));
  useShortcut('B', say('pictures.tab'), () => setTab('pictures'));
  useShortcut('F', say('case.tab.facts'), () => setTab('facts'));
  const newLine = (line: typeof unread.latest) =>
    line ? say('chat.new', { name: speakerName(say, { role: line.from, name: line.name }) }) : '';
  const isOpen = served.status === 'open';
  return (
    <div className={styles.panel} ref={panel}>
      <header className={styles.head}>
        <div className={styles.title}>
          <h2>{say('case.title', { number: served.number })}</h2>
          <p className={styles.service}>{served.service[language]}</p>
        </div>
        <StatusBadge tone={isOpen ? 'info' : 'neutral'}>{say(isOpen ? 'case.open' : 'case.closed')}</StatusBadge>
        {aside}
      </header>
      <IdentityBlock caseId={served.id} isOpen={isOpen} />
      <LiveRegion message={newLine(unread.latest)} />
      <Tabs
        label={say('case.title', { number: served.number })}
        value={tab}
        onChange={setTab}
        items={[
          {
            id: 'notes',
            label: say('case.tab.notes'),
            icon: NotebookPen,
            content: <CaseWriting served={served} onClosed={onClosed} />,
          },
          {
            id: 'chat',
            label: unread.count > 0 ? say('chat.tab.unread', { count: unread.count }) : say('chat.title'),
            icon: MessageSquareText,
            content: <CaseChat served={served} talk={talk} isShown={tab === 'chat'} />,
          },
          {
            id: 'pictures',
            label:
              served.pictures.length > 0
                ? say('pictures.tab.count', { count: served.pictures.length })
                : say('pictures.tab'),
            icon: Images,
            content: <CasePictures served={served} isShown={tab === 'pictures'} />,
          },
          {
            id: 'facts',
            label: say('case.tab.facts'),
            icon: FileText,
            content: (
              <div className={styles.facts}>
                <CaseFacts served={served} />
                <CaseTimeline entries={served.timeline} />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}
