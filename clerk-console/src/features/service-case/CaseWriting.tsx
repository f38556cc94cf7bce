import { CaseOutcome, type ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { engagedStates } from '@remote-clerk/shared/domain/consultation.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { TextArea } from '@remote-clerk/shared/ui/TextArea.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { ChoiceRows } from '../../app/ChoiceRows.tsx';
import { problemMessage } from '../../app/problems.ts';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CaseWriting.module.css';
import { DraftConflict } from './DraftConflict.tsx';
import { DraftStatusLine } from './DraftStatusLine.tsx';
import { casesKey, useDraft } from './use-case.ts';

interface CaseWritingProps {
  readonly served: ServiceCase;
  readonly onClosed?: (number: string) => void;
}

/** Notes and outcome, saved by themselves; and closing the case. */
export function CaseWriting({ served, onClosed }: CaseWritingProps) {
  const say = useMessages();
  const cache = useQueryClient();
  const draft = useDraft(served);
  const { notes, outcome, status, theirs } = useStore(draft.state);
  const close = useMutation({
    mutationFn: (chosen: CaseOutcome) => draft.close(chosen),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: casesKey });
      onClosed?.(served.number);
    },
  });

  const isClosed = served.status === 'closed';
  const isInCall = engagedStates.some((state) => state === served.state);
  const canClose = !isClosed && !isInCall && outcome !== null && status !== 'conflict';
  const closeCase = () => {
    if (canClose && outcome) close.mutate(outcome);
  };
  useShortcut('K', say('case.close'), closeCase, canClose);

  if (isClosed && status !== 'conflict') return <ClosedWriting served={served} />;
  return (
    <div className={styles.writing}>
      {theirs && <DraftConflict draft={draft} mine={{ notes, outcome }} theirs={theirs} />}
      <div className={styles.notes}>
        <TextArea
          label={say('case.notes')}
          description={say('case.notes.help')}
          rows={9}
          maxLength={20_000}
          value={notes}
          onChange={(text) => draft.write({ notes: text })}
          onBlur={() => void draft.flush()}
          onKeyDown={leaveByEscape}
        />
        <DraftStatusLine status={status} />
      </div>
      <ChoiceRows
        label={say('case.outcome')}
        choices={CaseOutcome.options.map((id) => ({ id, name: say(`outcome.${id}`) }))}
        value={outcome}
        onChange={(chosen) => draft.write({ outcome: chosen })}
      />
      {close.isError && <Notice tone="bad" title={say('case.not-closed')} todo={say(problemMessage(close.error))} />}
      <div className={styles.close}>
        <Button
          icon={CircleCheck}
          variant={isInCall ? 'secondary' : 'primary'}
          shortcut="K"
          isDisabled={!canClose}
          isPending={close.isPending}
          onPress={closeCase}
        >
          {say('case.close')}
        </Button>
        <p className={styles.hint}>{say(isInCall ? 'case.close.after-call' : 'case.close.help')}</p>
      </div>
    </div>
  );
}

/** Out of the field, so that single keys are shortcuts again. */
function leaveByEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
}

function ClosedWriting({ served }: { readonly served: ServiceCase }) {
  const say = useMessages();
  return (
    <dl className={styles.closed}>
      <div>
        <dt>{say('case.outcome')}</dt>
        <dd>{served.outcome ? say(`outcome.${served.outcome}`) : '—'}</dd>
      </div>
      <div>
        <dt>{say('case.notes')}</dt>
        <dd className={styles.text}>{served.notes || say('case.notes.none')}</dd>
      </div>
    </dl>
  );
}
