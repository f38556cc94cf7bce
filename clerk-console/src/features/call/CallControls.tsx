import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import {
  FileScan,
  type LucideIcon,
  Mic,
  MicOff,
  Pause,
  PhoneOff,
  Play,
  ScreenShare,
  ScreenShareOff,
  Settings2,
  Users,
  Video,
  VideoOff,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CallControls.module.css';
import type { PanelName } from './CallPanel.tsx';
import { useCallContext } from './call-context.ts';
import type { Call } from './call-port.ts';
import { useCallCommand } from './use-call-command.ts';

interface CallControlsProps {
  readonly call: Call | null;
  readonly current: DeskConsultation;
  readonly state: CallState;
  readonly panel: PanelName | null;
  readonly onPanel: (panel: PanelName) => void;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
  readonly children?: ReactNode;
}

const panelKeys = { people: 'I', document: 'O', devices: 'S' } as const satisfies Record<PanelName, string>;
const panelIcons: Readonly<Record<PanelName, LucideIcon>> = { people: Users, document: FileScan, devices: Settings2 };

export function CallControls(props: CallControlsProps) {
  const { call, current, state, panel, onPanel, isEnding, onEnd, children } = props;
  const say = useMessages();
  const { screen } = useCallContext();
  const { track, isAsking } = useStore(screen.state);
  const { microphoneMuted, cameraMuted } = state.local;
  const muteMicrophone = () => void call?.muteMicrophone(!microphoneMuted);
  const muteCamera = () => void call?.muteCamera(!cameraMuted);
  const share = () => (track ? screen.stop() : void screen.share());
  const hold = useHold(current);
  useShortcut('M', say('call.microphone'), muteMicrophone, call !== null);
  useShortcut('C', say('call.camera'), muteCamera, call !== null);
  useShortcut('H', say('call.hold.shortcut'), hold.toggle, hold.isPossible);
  useShortcut('E', say('call.screen.shortcut'), share, call !== null);
  useShortcut(panelKeys.people, say('call.people'), () => onPanel('people'));
  useShortcut(panelKeys.document, say('call.document'), () => onPanel('document'));
  useShortcut(panelKeys.devices, say('call.devices'), () => onPanel('devices'));
  useShortcut('End', say('call.end'), onEnd, !isEnding);
  const panelButton = (name: PanelName) => (
    <Button
      variant={panel === name ? 'stage-off' : 'stage'}
      icon={panelIcons[name]}
      onPress={() => onPanel(name)}
      aria-expanded={panel === name}
    >
      {say(`call.${name}`)}
    </Button>
  );
  return (
    <div className={styles.controls} role="toolbar" aria-label={say('call.controls')}>
      <Button
        variant={microphoneMuted ? 'stage-off' : 'stage'}
        icon={microphoneMuted ? MicOff : Mic}
        isDisabled={!call}
        onPress={muteMicrophone}
      >
        {say(microphoneMuted ? 'call.microphone.off' : 'call.microphone.on')}
      </Button>
      <Button
        variant={cameraMuted ? 'stage-off' : 'stage'}
        icon={cameraMuted ? VideoOff : Video}
        isDisabled={!call}
        onPress={muteCamera}
      >
        {say(cameraMuted ? 'call.camera.off' : 'call.camera.on')}
      </Button>
      <Button
        variant={current.held ? 'stage-off' : 'stage'}
        icon={current.held ? Play : Pause}
        isDisabled={!hold.isPossible}
        isPending={hold.isPending}
        onPress={hold.toggle}
      >
        {say(current.held ? 'call.resume' : 'call.hold')}
      </Button>
      <Button
        variant={track ? 'stage-off' : 'stage'}
        icon={track ? ScreenShareOff : ScreenShare}
        isDisabled={!call}
        isPending={isAsking}
        onPress={share}
      >
        {say(track ? 'call.screen.stop' : 'call.screen')}
      </Button>
      {panelButton('document')}
      {panelButton('people')}
      {panelButton('devices')}
      {children}
      <Button
        variant="stage-end"
        icon={PhoneOff}
        isPending={isEnding}
        pendingLabel={say('call.ending')}
        onPress={onEnd}
      >
        {say('call.end')}
      </Button>
    </div>
  );
}

/** The citizen hears and sees nobody, and is not heard or seen. */
export function useHold({ id, held, state }: DeskConsultation) {
  const command = useCallCommand((api, wanted: boolean) =>
    api.call(routes.holdConsultation, { params: { consultationId: id }, body: { held: wanted } }),
  );
  return { ...command, isPossible: state === 'live', toggle: () => command.mutate(!held) };
}
