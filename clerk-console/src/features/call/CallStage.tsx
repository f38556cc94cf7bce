import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { type ReactNode, useState } from 'react';
import { useStore } from '../../app/use-store.ts';
import { CallControls } from './CallControls.tsx';
import { CallHeader } from './CallHeader.tsx';
import styles from './CallStage.module.css';
import { CallTrouble } from './CallTrouble.tsx';
import { useCallContext } from './call-context.ts';
import { DeviceChoices } from './DeviceChoices.tsx';
import { OwnPicture } from './OwnPicture.tsx';
import { RemotePicture } from './RemotePicture.tsx';
import { stageOf } from './stage.ts';
import { useCall } from './use-call.ts';

interface CallStageProps {
  readonly current: DeskConsultation;
  /** What can be done with the citizen beside talking, among the call's own controls. */
  readonly actions?: ReactNode;
}

/** The call: the citizen large, oneself small, everything said in words too. */
export function CallStage({ current, actions }: CallStageProps) {
  const { controller } = useCallContext();
  const controls = useStore(controller.state);
  const { call, state } = useCall();
  const [areDevicesOpen, setAreDevicesOpen] = useState(false);
  const stage = stageOf(controls, state, current.id);
  const isTalking = stage === 'in-call' || stage === 'reconnecting';
  return (
    <section className={styles.stage} data-theme="dark" data-state={stage}>
      <CallHeader
        current={current}
        stage={stage}
        quality={stage === 'in-call' ? state.quality : null}
        remote={state.remote}
      />
      <div className={styles.picture}>
        <RemotePicture
          stream={state.remote?.stream ?? null}
          isShown={isTalking}
          isCameraOff={state.remote?.cameraMuted ?? false}
        />
        <CallTrouble current={current} stage={stage} state={state} />
        <div className={styles.own}>
          <OwnPicture isCameraOff={state.local.cameraMuted} />
        </div>
      </div>
      {areDevicesOpen && (
        <div className={styles.devices}>
          <DeviceChoices />
        </div>
      )}
      <CallControls
        call={call}
        state={state}
        areDevicesOpen={areDevicesOpen}
        onDevices={() => setAreDevicesOpen(!areDevicesOpen)}
        isEnding={controls.ending !== null}
        onEnd={() => void controller.end(current.id)}
      >
        {actions}
      </CallControls>
    </section>
  );
}
