import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { ShieldCheck } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { codeFromQr } from '../../flow/appointment-code.ts';
import { useParts } from '../../kiosk/kiosk-context.tsx';
import { readQrCodes } from '../../media/read-qr-codes.ts';
import styles from './CodeScanner.module.css';

/** What the camera sees, until it is an appointment's code. The camera is on only as long as this is shown. */
export function CodeScanner({ onCode }: { readonly onCode: (code: string) => void }) {
  const say = useMessages();
  const { codeCamera } = useParts();
  const video = useRef<HTMLVideoElement>(null);
  const [seen, setSeen] = useState<'nothing' | 'other' | 'no-camera'>('nothing');
  const read = useEffectEvent((text: string) => {
    const code = codeFromQr(text);
    if (code) onCode(code);
    else setSeen('other');
  });
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    codeCamera().then(
      (track) => {
        if (isOver) return track.stop();
        stop = readQrCodes(element, track, (text) => read(text));
      },
      () => setSeen('no-camera'),
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [codeCamera]);
  if (seen === 'no-camera') {
    return <Notice tone="warn" title={say('devices.noCamera')} todo={say('checkIn.noCameraTodo')} />;
  }
  return (
    <div className={styles.scanner}>
      <div className={styles.frame}>
        <video ref={video} autoPlay playsInline muted aria-label={say('checkIn.picture')} className={styles.picture} />
      </div>
      <p role="status" className={styles.hint}>
        {say(seen === 'other' ? 'checkIn.scanOther' : 'checkIn.scanHint')}
      </p>
      <p className={styles.privacy}>
        <ShieldCheck aria-hidden="true" /> <span>{say('checkIn.scanPrivate')}</span>
      </p>
    </div>
  );
}
