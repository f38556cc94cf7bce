import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { ClipboardCheck, Coffee, Headset } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { DeviceCheck } from '../call/DeviceCheck.tsx';
import styles from './IdleStage.module.css';

/** Between calls: what comes next, how the day goes, and whether camera and microphone are in order. */
export function IdleStage({ desk }: { readonly desk: DeskView }) {
  const say = useMessages();
  const kind = desk.toClose.length > 0 ? 'after-call' : desk.available ? 'ready' : 'away';
  const icon = { 'after-call': ClipboardCheck, ready: Headset, away: Coffee }[kind];
  return (
    <div className={styles.stage}>
      <EmptyState icon={icon} title={say(`idle.${kind}`)}>
        {say(`idle.${kind}.help`)}
      </EmptyState>
      <dl className={styles.today}>
        <div>
          <dd>{desk.today.served}</dd>
          <dt>{say('today.served', { count: desk.today.served })}</dt>
        </div>
        <div>
          <dd>{desk.today.colleaguesAvailable}</dd>
          <dt>{say('today.colleagues', { count: desk.today.colleaguesAvailable })}</dt>
        </div>
      </dl>
      <DeviceCheck />
    </div>
  );
}
