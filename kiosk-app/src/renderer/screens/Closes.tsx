import { useMessages } from '../../messages/use-messages.ts';
import styles from './Closes.module.css';

/** "This page closes in 12 seconds", beside the button that closes it at once. */
export function Closes({ seconds }: { readonly seconds: number }) {
  const say = useMessages();
  return <p className={styles.closes}>{say('goodbye.closes', { seconds })}</p>;
}
