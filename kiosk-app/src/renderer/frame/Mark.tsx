import { useEffect, useEffectEvent, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import mark from '../mark.svg';
import styles from './Mark.module.css';

const holdMs = 3_000;

/** The mark. Held for three seconds, or by Ctrl+Shift+Q, it asks staff for their PIN. */
export function Mark({ onHeld }: { readonly onHeld: () => void }) {
  const say = useMessages();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.ctrlKey || !event.shiftKey || event.code !== 'KeyQ') return;
    event.preventDefault();
    onHeld();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
      clearTimeout(timer.current);
    };
  }, []);
  const hold = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(onHeld, holdMs);
  };
  const release = () => clearTimeout(timer.current);
  return (
    <button
      type="button"
      className={styles.mark}
      aria-label={say('exit.mark')}
      onPointerDown={hold}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      // From the keyboard or an assistive device nobody holds.
      onClick={(event) => event.detail === 0 && onHeld()}
      onContextMenu={(event) => event.preventDefault()}
      aria-keyshortcuts="Control+Shift+Q"
    >
      <img src={mark} alt="" draggable={false} />
    </button>
  );
}
