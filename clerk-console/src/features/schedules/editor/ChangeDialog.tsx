import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useLocation, useNavigate } from 'react-router';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { AppointmentLines } from '../AppointmentLines.tsx';
import { Conflict } from './Conflict.tsx';
import type { ScheduleChanging } from './use-schedule-change.ts';

interface ChangeDialogProps {
  readonly specialists: readonly { readonly id: AccountId; readonly name: string }[];
  readonly changing: ScheduleChanging;
  /** Goes on with what is saved now. */
  readonly onAnew: () => void;
}

/** The steps between typing a change and having saved it. */
export function ChangeDialog({ specialists, changing, onAnew }: ChangeDialogProps) {
  const say = useMessages();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { step, error } = changing;
  const failure = error !== null && (
    <Notice tone="bad" title={say('schedules.change.failed')} todo={say(problemMessage(error))} />
  );
  switch (step.kind) {
    case 'editing':
      return null;
    case 'conflict':
      return <Conflict step={step} specialists={specialists} changing={changing} onTake={onAnew} />;
    case 'saved':
      return (
        <Dialog
          title={say('schedules.change.saved')}
          isOpen
          onClose={onAnew}
          actions={
            <>
              {step.orphans > 0 && (
                <Button variant="primary" onPress={() => void navigate({ pathname: '/schedules/orphans', search })}>
                  {say('schedules.change.move-them')}
                </Button>
              )}
              <Button onPress={onAnew} autoFocus>
                {say('schedules.block.done')}
              </Button>
            </>
          }
        >
          <p>
            {step.orphans > 0
              ? say('schedules.change.saved.orphans', { count: step.orphans })
              : say('schedules.change.clean')}
          </p>
        </Dialog>
      );
    case 'preview': {
      const hasOrphans = step.orphans.length > 0;
      return (
        <Dialog
          title={say('schedules.change.title')}
          isOpen
          onClose={changing.back}
          actions={
            <>
              <Button onPress={changing.back}>{say('schedules.change.back')}</Button>
              <Button
                variant="primary"
                autoFocus
                isPending={changing.isBusy}
                onPress={() => changing.save(step.change, hasOrphans ? 'keep' : 'refuse')}
              >
                {say(hasOrphans ? 'schedules.change.save-keep' : 'schedules.change.save')}
              </Button>
            </>
          }
        >
          {failure}
          {step.isNew && <Notice tone="warn" title={say('schedules.change.new-orphans')} />}
          {hasOrphans ? (
            <>
              <Notice
                tone="warn"
                title={say('schedules.change.orphans', { count: step.orphans.length })}
                todo={say('schedules.change.orphans.means')}
              />
              <AppointmentLines appointments={step.orphans} />
            </>
          ) : (
            <p>{say('schedules.change.clean')}</p>
          )}
        </Dialog>
      );
    }
  }
}
