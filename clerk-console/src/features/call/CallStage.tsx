import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { type ReactNode, useState } from 'react';
import { useStore } from '../../app/use-store.ts';
import { CallControls } from './CallControls.tsx';
import { CallHeader } from './CallHeader.tsx';
import { CallPanel, type PanelName } from './CallPanel.tsx';
import styles from './CallStage.module.css';
import { CallTrouble } from './CallTrouble.tsx';
import { useCallContext } from './call-context.ts';
import { useOwnCaptions } from './captions/use-own-captions.ts';
import { stageOf } from './stage.ts';
import { Tiles } from './tiles/Tiles.tsx';
import { useCall } from './use-call.ts';
import { useTalk } from './use-talk.ts';

interface CallStageProps {
  readonly current: DeskConsultation;
  /** What can be done with the citizen beside talking, among the call's own controls. */
  readonly actions?: ReactNode;
}

/** The call: whom one talks with large, oneself small, everything said in words too. */
export function CallStage({ current, actions }: CallStageProps) {
  const { controller } = useCallContext();
  const controls = useStore(controller.state);
  const { call, state } = useCall();
  const { passing } = useTalk();
  const captions = useOwnCaptions(current.language);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const stage = stageOf(controls, state, current.id);
  const isTalking = stage === 'in-call' || stage === 'reconnecting';
  return (
    <section className={styles.stage} data-theme="dark" data-state={stage} data-path={state.path}>
      <CallHeader current={current} stage={stage} state={state} />
      <div className={styles.picture}>
        <Tiles call={call} state={state} isShown={isTalking} isHeld={current.held || state.held} passing={passing} />
        <CallTrouble current={current} stage={stage} state={state} />
      </div>
      <CallPanel panel={panel} current={current} state={state} captions={captions} />
      <CallControls
        call={call}
        current={current}
        state={state}
        panel={panel}
        onPanel={(wanted) => setPanel(panel === wanted ? null : wanted)}
        isEnding={controls.ending !== null}
        onEnd={() => void controller.end(current.id)}
      >
        {actions}
      </CallControls>
    </section>
  );
}
