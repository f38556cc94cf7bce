import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { SwitchCamera } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useTalk } from '../use-talk.ts';
import { AskLine } from './AskLine.tsx';
import styles from './KioskControls.module.css';

/** Milliseconds without a move after which a volume is meant. */
const settledMs = 300;
const usualVolume = 0.7;

/** Loudness and camera of the kiosk, for which the citizen is asked first. */
export function KioskControls() {
  const say = useMessages();
  const { talk, passing } = useTalk();
  const [volume, setVolume] = useState(usualVolume);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  useEffect(() => () => clearTimeout(settling.current), []);
  const change = (value: number) => {
    setVolume(value);
    clearTimeout(settling.current);
    settling.current = setTimeout(() => talk?.passing.askControl({ what: 'volume', value }), settledMs);
  };
  return (
    <section className={styles.kiosk} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{say('call.kiosk')}</h3>
      <div className={styles.controls}>
        <label className={styles.volume} htmlFor={id}>
          <span>{say('call.kiosk.volume')}</span>
          <input
            id={id}
            type="range"
            min={0}
            max={1}
            step={0.1}
            value={volume}
            aria-valuetext={say('call.kiosk.volume.of', { percent: Math.round(volume * 100) })}
            onChange={(event) => change(event.currentTarget.valueAsNumber)}
          />
        </label>
        <Button
          icon={SwitchCamera}
          isDisabled={!talk}
          onPress={() => talk?.passing.askControl({ what: 'next-camera' })}
        >
          {say('call.kiosk.next-camera')}
        </Button>
      </div>
      <AskLine about="control" asked={passing.control} />
    </section>
  );
}
