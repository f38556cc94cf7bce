import { VideoOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import styles from './RemotePicture.module.css';

interface RemotePictureProps {
  /** Attached already while it rings, so that the first frame comes sooner; shown once `isShown`. */
  readonly stream: MediaStream | null;
  readonly label: string;
  readonly testId: string;
  readonly isShown: boolean;
  /** The whole picture, for documents and for who is large; people in small tiles fill them. */
  readonly isWhole: boolean;
  readonly isCameraOff: boolean;
  readonly offWords: string;
}

/** Somebody's picture; when its first frame was decoded is on the element, in milliseconds since 1970. */
export function RemotePicture({ stream, label, testId, isShown, isWhole, isCameraOff, offWords }: RemotePictureProps) {
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
        data-testid={testId}
        data-shown={isShown && !isCameraOff}
        data-whole={isWhole}
        aria-label={label}
        autoPlay
        playsInline
        muted
      />
      {isShown && isCameraOff && (
        <p className={styles.off}>
          <VideoOff aria-hidden="true" />
          {offWords}
        </p>
      )}
    </>
  );
}
