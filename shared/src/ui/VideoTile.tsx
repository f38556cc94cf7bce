import { useEffect, useEffectEvent, useRef } from 'react';
import { useCommonMessages } from '../i18n/use-messages.ts';
import { classNames } from './class-names.ts';
import styles from './VideoTile.module.css';

interface VideoTileProps {
  /** Picture and sound; null while there is none. */
  readonly stream: MediaStream | null;
  readonly name: string;
  /** Institution and position, under the name. */
  readonly role?: string;
  /** People know themselves from the mirror. */
  readonly isMirrored?: boolean;
  /** Always for one's own picture, or one hears oneself. */
  readonly isMuted?: boolean;
  readonly isCameraOff?: boolean;
  /** Shows the whole picture, for documents and screens; people fill the tile. */
  readonly isWhole?: boolean;
  /** Says instead of "The camera is off" why there is no picture. */
  readonly placeholder?: string;
  /** The first decoded frame of each stream. */
  readonly onFirstFrame?: (frame: VideoFrameCallbackMetadata) => void;
}

/** A person's picture and sound, or their initials and a word while there is no picture. */
export function VideoTile(props: VideoTileProps) {
  const { stream, name, role, isMirrored, isMuted, isCameraOff, isWhole, placeholder, onFirstFrame } = props;
  const say = useCommonMessages();
  const video = useRef<HTMLVideoElement>(null);
  const reportFirstFrame = useEffectEvent((frame: VideoFrameCallbackMetadata) => onFirstFrame?.(frame));

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    if (!stream) return;
    const handle = element.requestVideoFrameCallback((_now, frame) => reportFirstFrame(frame));
    return () => element.cancelVideoFrameCallback(handle);
  }, [stream]);

  const hasPicture = stream !== null && !isCameraOff;
  return (
    <figure className={styles.tile}>
      {!hasPicture && (
        <div className={styles.placeholder}>
          <span className={styles.initials} aria-hidden="true">
            {initials(name)}
          </span>
          {placeholder ?? say('video.cameraOff')}
        </div>
      )}
      <video
        ref={video}
        autoPlay
        playsInline
        muted={isMuted}
        aria-label={name}
        className={classNames(
          styles.video,
          isWhole && styles.whole,
          isMirrored && styles.mirrored,
          !hasPicture && styles.hidden,
        )}
      >
        <track kind="captions" />
      </video>
      <figcaption className={styles.caption}>
        <span className={styles.name}>{name}</span> {role && <span className={styles.role}>{role}</span>}
      </figcaption>
    </figure>
  );
}

/** The first letters of the first and the last name. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [...new Set([words.at(0), words.at(-1)])].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
