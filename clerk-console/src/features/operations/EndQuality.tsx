import { qualityWord } from '@remote-clerk/shared/call/quality-word.ts';
import type { CallQuality } from '@remote-clerk/shared/contracts/quality.ts';
import { QualityBadge } from '@remote-clerk/shared/ui/QualityBadge.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './OperationsScreen.module.css';
import { useNumber } from './use-number.ts';

/** How a call is at one end: a word, and the figures behind it. */
export function EndQuality({ quality }: { readonly quality: CallQuality | null }) {
  const say = useMessages();
  const number = useNumber();
  const word = quality && qualityWord(quality, 0);
  if (!quality || !word) return <span className={styles.more}>{say('operations.not-measured')}</span>;
  const figures = [
    ['figure.round-trip', quality.roundTripMs, 0],
    ['figure.loss', quality.packetLossPercent, 1],
    ['figure.jitter', quality.jitterMs, 0],
    ['figure.frames', quality.framesPerSecond, 0],
    ['figure.freezes', quality.freezes, 0],
    ['figure.concealment', quality.concealmentPercent, 1],
  ] as const;
  return (
    <div className={styles.cell}>
      <QualityBadge quality={word} />
      <p className={styles.figures}>
        {figures.map(
          ([key, value, digits]) =>
            value !== null && <span key={key}>{say(key, { value: number(value, digits) })}</span>,
        )}
      </p>
    </div>
  );
}
