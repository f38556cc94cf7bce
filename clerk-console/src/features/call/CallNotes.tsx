import type { CallState, DeviceState } from '@remote-clerk/shared/call/call-state.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Info, Play } from 'lucide-react';
import { problemMessage } from '../../app/problems.ts';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useHold } from './CallControls.tsx';
import styles from './CallTrouble.module.css';
import { useCallContext } from './call-context.ts';

interface CallNotesProps {
  readonly current: DeskConsultation;
  readonly state: CallState;
}

/** What is to be known while the call goes on: who is away, on hold, over which way it goes, and what is wrong with one's devices. */
export function CallNotes({ current, state }: CallNotesProps) {
  const say = useMessages();
  const { hasFailed } = useStore(useCallContext().screen.state);
  const isCitizenAway = state.remote ? !state.remote.connected : current.away.citizen;
  const hasGuests = current.people.some((person) => person.state === 'joined');
  return (
    <>
      {isCitizenAway && <Notice tone="warn" title={say('call.remote-away')} doing={say('call.remote-away.doing')} />}
      {state.path === 'direct' ? (
        <p className={styles.note} role="status">
          <Info aria-hidden="true" />
          <span>
            <strong>{say('call.direct')}.</strong> {say('call.direct.doing')} {hasGuests && say('call.direct.guests')}
          </span>
        </p>
      ) : (
        current.away.node && (
          <p className={styles.note} role="status">
            <Info aria-hidden="true" />
            <span>
              <strong>{say('call.node-away')}.</strong> {say('call.node-away.doing')}
            </span>
          </p>
        )
      )}
      <HoldNote current={current} />
      <DeviceNote device="microphone" state={state.local.microphone} />
      <DeviceNote device="camera" state={state.local.camera} />
      {hasFailed && <Notice tone="warn" title={say('call.screen.failed')} todo={say('call.screen.failed.todo')} />}
    </>
  );
}

function HoldNote({ current }: Pick<CallNotesProps, 'current'>) {
  const say = useMessages();
  const hold = useHold(current);
  if (!current.held) return null;
  return (
    <Notice
      tone="info"
      title={say('call.held')}
      doing={say('call.held.doing')}
      todo={hold.isError ? say(problemMessage(hold.error)) : undefined}
      actions={
        <Button icon={Play} variant="primary" shortcut="H" isPending={hold.isPending} onPress={hold.toggle}>
          {say('call.resume')}
        </Button>
      }
    />
  );
}

/** A device that was there and is not any more; that there never was one is said where devices are chosen. */
function DeviceNote({ device, state }: { readonly device: 'camera' | 'microphone'; readonly state: DeviceState }) {
  const say = useMessages();
  if (state !== 'lost' && state !== 'silent') return null;
  return <Notice tone="warn" title={say(`call.${device}.${state}`)} todo={say(`call.device.${state}.todo`)} />;
}
