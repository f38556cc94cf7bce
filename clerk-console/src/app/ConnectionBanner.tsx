import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useAccount } from './account.ts';
import styles from './ConnectionBanner.module.css';
import { useLiveStatus } from './live/use-live.ts';

/** Milliseconds that a hiccup may last unmentioned. */
const patienceMs = 1500;

/** Says in words that the connection to the server is away, and what still works. */
export function ConnectionBanner() {
  const say = useMessages();
  const { post } = useAccount();
  const isAway = useLiveStatus() === 'away';
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setIsShown(isAway), isAway ? patienceMs : 0);
    return () => clearTimeout(waiting);
  }, [isAway]);
  return (
    <div role="status">
      {isShown && (
        <p className={styles.banner}>
          <WifiOff aria-hidden="true" />
          <span>
            <strong>{say('banner.away')}</strong> {say(post === 'specialist' ? 'banner.specialist' : 'banner.others')}
          </span>
        </p>
      )}
    </div>
  );
}
