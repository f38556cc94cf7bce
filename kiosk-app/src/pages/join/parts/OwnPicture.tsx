import { VideoTile } from '@remote-clerk/shared/ui/VideoTile.tsx';
import { useMemo } from 'react';
import { useMessages } from '../messages/use-messages.ts';

interface OwnPictureProps {
  readonly camera: MediaStreamTrack | null;
  readonly isCameraOff?: boolean;
}

/** Oneself, as in a mirror. */
export function OwnPicture({ camera, isCameraOff = false }: OwnPictureProps) {
  const say = useMessages();
  const stream = useMemo(() => (camera ? new MediaStream([camera]) : null), [camera]);
  return (
    <VideoTile
      stream={stream}
      name={say('call.you')}
      placeholder={say(camera ? 'tile.camera-off' : 'call.camera.none')}
      isMirrored
      isMuted
      isCameraOff={isCameraOff}
    />
  );
}
