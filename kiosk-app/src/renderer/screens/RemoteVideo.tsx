import { useEffect, useRef } from 'react';
import styles from './RemoteVideo.module.css';

interface RemoteVideoProps {
  /** Empty and silent until both ends are admitted, and attached before, so that the first frame finds its place ready. */
  readonly stream: MediaStream | null;
  readonly name: string;
  readonly isShown: boolean;
}

/** The specialist, filling the screen. `data-first-frame-at` says when the first frame was decoded, in epoch milliseconds. */
export function RemoteVideo({ stream, name, isShown }: RemoteVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    if (!stream) return;
    const handle = element.requestVideoFrameCallback((now) => {
      element.dataset.firstFrameAt ??= String(Math.round(performance.timeOrigin + now));
    });
    return () => element.cancelVideoFrameCallback(handle);
  }, [stream]);
  return (
    <video
      ref={video}
      autoPlay
      playsInline
      aria-label={name}
      aria-hidden={!isShown}
      className={isShown ? styles.shown : styles.waiting}
    >
      <track kind="captions" />
    </video>
  );
}
