import { useMessages } from '../../../messages/use-messages.ts';
import { useParts, useStore } from '../../kiosk/kiosk-context.tsx';
import styles from './Captions.module.css';

/** What is being said, in letters, over the pictures. */
export function Captions() {
  const say = useMessages();
  const { talk } = useParts();
  const { captions } = useStore(talk.captions);
  if (captions.length === 0) return null;
  return (
    <section aria-label={say('captions.label')} className={styles.captions}>
      {captions.map(({ id, name, text }) => (
        <p key={id}>
          <span className={styles.name}>{name}:</span> {text}
        </p>
      ))}
    </section>
  );
}
