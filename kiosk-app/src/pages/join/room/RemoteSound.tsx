import { useEffect, useRef } from 'react';

interface RemoteSoundProps {
  readonly stream: MediaStream;
  readonly onBlocked: () => void;
}

/** Somebody's voice, apart from the picture, which may come and go. */
export function RemoteSound({ stream, onBlocked }: RemoteSoundProps) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (!element.current) return;
    element.current.srcObject = stream;
    element.current.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked();
    });
  }, [stream, onBlocked]);
  return (
    <audio ref={element} autoPlay>
      <track kind="captions" />
    </audio>
  );
}
