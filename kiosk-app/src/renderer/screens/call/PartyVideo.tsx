import { useEffect, useEffectEvent, useRef } from 'react';
import styles from './Stage.module.css';

interface PartyVideoProps {
  readonly stream: MediaStream | null;
  readonly name: string;
  /** All of it is to be seen, as of a screen; people fill their place. */
  readonly isWhole: boolean;
  readonly isShown: boolean;
  /** 0–1. */
  readonly volume: number;
  /** `data-first-frame-at` says when the first frame was decoded, in epoch milliseconds. */
  readonly marksFirstFrame: boolean;
  /** Called when the picture's size on the screen changes, in CSS pixels, and when it is shown or not any more. */
  readonly onSize: (size: { width: number; height: number }) => void;
}

/** Somebody's picture and sound. */
export function PartyVideo(props: PartyVideoProps) {
  const { stream, name, isWhole, isShown, volume, marksFirstFrame, onSize } = props;
  const video = useRef<HTMLVideoElement>(null);
  const tellSize = useEffectEvent(onSize);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    if (!stream || !marksFirstFrame) return;
    const handle = element.requestVideoFrameCallback((now) => {
      element.dataset.firstFrameAt ??= String(Math.round(performance.timeOrigin + now));
    });
    return () => element.cancelVideoFrameCallback(handle);
  }, [stream, marksFirstFrame]);

  useEffect(() => {
    if (video.current) video.current.volume = volume;
  }, [volume]);

  // Asked again with `isShown`: what is hidden has a size, too.
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const tell = () =>
      tellSize({ width: isShown ? element.clientWidth : 0, height: isShown ? element.clientHeight : 0 });
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  }, [isShown]);

  return (
    <video
      ref={video}
      autoPlay
      playsInline
      aria-label={name}
      className={`${styles.video} ${isWhole ? styles.whole : ''} ${isShown ? '' : styles.dark}`}
    >
      <track kind="captions" />
    </video>
  );
}
