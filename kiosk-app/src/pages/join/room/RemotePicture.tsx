import { classNames } from '@remote-clerk/shared/ui/class-names.ts';
import { useEffect, useRef } from 'react';
import type { GuestCall } from '../flow/guest-call.ts';
import styles from './RemotePicture.module.css';

type Source = 'camera' | 'screen' | 'document';

interface RemotePictureProps {
  readonly call: GuestCall;
  readonly partyId: string;
  readonly source: Source;
  readonly stream: MediaStream;
  readonly label: string;
  readonly isShown: boolean;
}

/**
 * Somebody's picture; when its first frame was decoded is on the element, in milliseconds since 1970. How large it is drawn
 * is told, so that no more of it is sent.
 */
export function RemotePicture({ call, partyId, source, stream, label, isShown }: RemotePictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    delete element.dataset.firstFrameAt;
    const handle = element.requestVideoFrameCallback((now) => {
      element.dataset.firstFrameAt = String(performance.timeOrigin + now);
    });
    return () => element.cancelVideoFrameCallback(handle);
  }, [stream]);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const watching = new ResizeObserver(([entry]) => {
      if (entry) call.showAt(partyId, source, entry.contentRect);
    });
    watching.observe(element);
    return () => {
      watching.disconnect();
      call.showAt(partyId, source, { width: 0, height: 0 });
    };
  }, [call, partyId, source]);

  return (
    <video
      ref={video}
      className={classNames(styles.video, source !== 'camera' && styles.whole)}
      data-testid="remote-video"
      data-source={source}
      data-shown={isShown}
      aria-label={label}
      autoPlay
      playsInline
      muted
    />
  );
}
