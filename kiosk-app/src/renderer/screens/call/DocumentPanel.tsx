import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Camera, CircleQuestionMark, RotateCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useParts, useStore } from '../../kiosk/kiosk-context.tsx';
import styles from './DocumentPanel.module.css';

/** The paper under the document camera, as the specialist sees it, and the pictures of it that the case has. */
export function DocumentPanel() {
  const say = useMessages();
  const { talk, kiosk } = useParts();
  const { phase, stream, picture, thumbnail } = useStore(talk.document);
  if (phase === 'missing') {
    return (
      <Notice
        tone="warn"
        title={say('document.missing')}
        todo={say('document.missingTodo')}
        actions={
          <>
            <Button icon={RotateCw} onPress={() => void talk.document.start()}>
              {say('again.try')}
            </Button>
            <Button icon={CircleQuestionMark} onPress={() => void kiosk.requestHelp()}>
              {say('staff.call')}
            </Button>
          </>
        }
      />
    );
  }
  return (
    <section aria-label={say('document.title')} className={styles.panel}>
      <Preview stream={stream} />
      <p>{phase === 'starting' ? say('document.starting') : say('document.how')}</p>
      <div className={styles.take}>
        <Button
          icon={Camera}
          isDisabled={phase !== 'on'}
          isPending={picture === 'taking'}
          pendingLabel={say('document.taking')}
          onPress={() => void talk.document.takePicture()}
        >
          {say('document.take')}
        </Button>
        {thumbnail && <Thumbnail picture={thumbnail} />}
        <p role="status" className={styles.said}>
          {picture === 'kept' && say('document.kept')}
          {picture === 'failed' && say('document.failed')}
        </p>
      </div>
    </section>
  );
}

function Preview({ stream }: { readonly stream: MediaStream | null }) {
  const say = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className={styles.preview}>
      <video ref={video} autoPlay playsInline muted aria-label={say('document.title')} />
      <p className={styles.caption}>{say('document.title')}</p>
    </div>
  );
}

/** Drawn, not linked: a picture of a paper gets no address. */
function Thumbnail({ picture }: { readonly picture: ImageBitmap }) {
  const say = useMessages();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={say('document.picture')}
      width={picture.width}
      height={picture.height}
      className={styles.thumbnail}
    />
  );
}
