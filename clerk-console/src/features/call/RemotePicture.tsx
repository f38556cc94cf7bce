import { VideoOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './RemotePicture.module.css';

interface RemotePictureProps {
  /** Attached already while it rings, so that the first frame comes sooner; shown once `isShown`. */
  readonly stream: MediaStream | null;
  readonly isShown: boolean;
  readonly isCameraOff: boolean;
}

/** The citizen's picture; when its first frame was decoded is on the element, in milliseconds since 1970. */
export function RemotePicture({ stream, isShown, isCameraOff }: RemotePictureProps) {
  const say = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    delete element.dataset.firstFrameAt;
    if (!stream) return;
    const handle = element.requestVideoFrameCallback((now) => {
      element.dataset.firstFrameAt = String(performance.timeOrigin + now);
    });
    return () => element.cancelVideoFrameCallback(handle);
  }, [stream]);
  return (
    <>
      <video
        ref={video}
        className={styles.video}
        data-testid="remote-video"
        data-shown={isShown && !isCameraOff}
        aria-label={say('call.remote-video')}
        autoPlay
        playsInline
        muted
      />
      {isShown && isCameraOff && (
        <p className={styles.off}>
          <VideoOff aria-hidden="true" />
          {say('call.remote-camera-off')}
        </p>
      )}
    </>
  );
}
