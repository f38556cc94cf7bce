import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { Switch } from '@remote-clerk/shared/ui/Switch.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CallPanel.module.css';
import type { OwnCaptions } from './captions/use-own-captions.ts';
import { DeviceChoices } from './DeviceChoices.tsx';
import { DocumentCamera } from './kiosk/DocumentCamera.tsx';
import { KioskControls } from './kiosk/KioskControls.tsx';
import { People } from './people/People.tsx';

export type PanelName = 'people' | 'document' | 'devices';

interface CallPanelProps {
  readonly panel: PanelName | null;
  readonly current: DeskConsultation;
  readonly state: CallState;
  readonly captions: OwnCaptions | null;
}

/** What is seen to beside the talk, between the pictures and the controls. */
export function CallPanel({ panel, current, state, captions }: CallPanelProps) {
  const say = useMessages();
  if (!panel) return null;
  return (
    <div className={styles.panel}>
      {panel === 'people' && <People current={current} />}
      {panel === 'document' && <DocumentCamera isOn={state.remote?.document != null} caseId={current.caseId} />}
      {panel === 'devices' && (
        <>
          <DeviceChoices />
          {captions && (
            <Switch isSelected={captions.isOn} onChange={captions.set}>
              {say('call.captions.own')}
            </Switch>
          )}
          <KioskControls />
        </>
      )}
    </div>
  );
}
