import { VideoTile } from '@remote-clerk/shared/ui/VideoTile.tsx';
import { useMemo } from 'react';
import { useStore } from '../../app/use-store.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useCallContext } from './call-context.ts';

/** Oneself, as in a mirror. */
export function OwnPicture({ isCameraOff = false }: { readonly isCameraOff?: boolean }) {
  const say = useMessages();
  const { camera } = useStore(useCallContext().media.state);
  const stream = useMemo(() => (camera ? new MediaStream([camera]) : null), [camera]);
  return <VideoTile stream={stream} name={say('call.you')} isMirrored isMuted isCameraOff={isCameraOff} />;
}
