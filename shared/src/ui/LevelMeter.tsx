import { useEffect, useRef, useState } from 'react';
import { Label, Meter } from 'react-aria-components/Meter';
import { useCommonMessages } from '../i18n/use-messages.ts';
import styles from './LevelMeter.module.css';

interface LevelMeterProps {
  readonly label: string;
  /** How loud it is now, from 0 to 1. */
  readonly level: number;
}

const bars = Array.from({ length: 24 }, (_, index) => index);

/** How loud the microphone hears somebody, as bars for the eye and in words. */
export function LevelMeter({ label, level }: LevelMeterProps) {
  const say = useCommonMessages();
  const heard = usePeak(level);
  const words = heard < 0.05 ? say('level.silent') : heard < 0.2 ? say('level.quiet') : say('level.good');
  return (
    <Meter className={styles.meter ?? ''} value={level} minValue={0} maxValue={1} valueLabel={words}>
      <Label className={styles.label}>{label}</Label>
      <div className={styles.bars} aria-hidden="true">
        {bars.map((bar) => (
          <span key={bar} className={level * bars.length > bar ? styles.lit : undefined} />
        ))}
      </div>
      <p>{words}</p>
    </Meter>
  );
}

/** The loudest of the last second or so: speech has gaps, and the words should not flicker with them. */
function usePeak(level: number): number {
  const [peak, setPeak] = useState(level);
  const latest = useRef(level);
  useEffect(() => {
    latest.current = level;
  }, [level]);
  useEffect(() => {
    const timer = setInterval(() => setPeak((before) => Math.max(latest.current, before * 0.85)), 100);
    return () => clearInterval(timer);
  }, []);
  return Math.max(level, peak);
}
