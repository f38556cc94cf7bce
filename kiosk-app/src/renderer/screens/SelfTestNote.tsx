import { Wrench } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { useParts, useStore } from '../kiosk/kiosk-context.tsx';
import styles from './SelfTestNote.module.css';

/** In a corner of the resting screen: what the kiosk found amiss with itself, for staff, and for citizens that they may begin. */
export function SelfTestNote() {
  const say = useMessages();
  const { selfTester } = useParts();
  const { failed } = useStore(selfTester);
  if (failed.length === 0) return null;
  return (
    <div className={styles.note}>
      <Wrench aria-hidden="true" />
      <p>
        {say('selfTest.staff')}: <strong>{failed.map((part) => say(`selfTest.${part}`)).join(', ')}</strong>.{' '}
        {say('selfTest.citizen')}
      </p>
    </div>
  );
}
