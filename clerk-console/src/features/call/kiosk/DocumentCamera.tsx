import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { Camera, FileScan, FileX } from 'lucide-react';
import { useEffect } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { caseKey } from '../../service-case/use-case.ts';
import { useTalk } from '../use-talk.ts';
import { AskLine } from './AskLine.tsx';
import styles from './DocumentCamera.module.css';

interface DocumentCameraProps {
  readonly isOn: boolean;
  readonly caseId: ServiceCaseId;
}

/** The kiosk's document camera: seen sharp while it is on, and with a picture into the case. */
export function DocumentCamera({ isOn, caseId }: DocumentCameraProps) {
  const say = useMessages();
  const cache = useQueryClient();
  const { talk, passing } = useTalk();
  const asked = passing.document;
  const isTaken = asked?.wish === 'picture' && asked.state === 'allowed';
  const isAsking = asked?.state === 'waiting';
  useEffect(() => {
    if (isTaken) void cache.invalidateQueries({ queryKey: caseKey(caseId) });
  }, [isTaken, cache, caseId]);
  return (
    <section className={styles.camera} aria-label={say('call.document')}>
      <p className={styles.words}>{say(isOn ? 'call.document.on.help' : 'call.document.off.help')}</p>
      <div className={styles.actions}>
        {isOn ? (
          <>
            <Button
              icon={Camera}
              variant="primary"
              isDisabled={!talk}
              isPending={isAsking && asked.wish === 'picture'}
              pendingLabel={say('call.document.taking')}
              onPress={() => talk?.passing.askDocument('picture')}
            >
              {say('call.document.picture')}
            </Button>
            <Button icon={FileX} isDisabled={!talk} onPress={() => talk?.passing.askDocument('stop')}>
              {say('call.document.stop')}
            </Button>
          </>
        ) : (
          <Button
            icon={FileScan}
            variant="primary"
            isDisabled={!talk}
            isPending={isAsking && asked.wish === 'start'}
            onPress={() => talk?.passing.askDocument('start')}
          >
            {say('call.document.start')}
          </Button>
        )}
        <AskLine about="document" asked={isTaken || asked?.state !== 'allowed' ? asked : null} />
      </div>
    </section>
  );
}
