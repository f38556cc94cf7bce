import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import type { CasePicture } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { AskOnce } from '../../app/AskOnce.tsx';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CasePictures.module.css';
import { usePicture } from './CasePictures.tsx';
import { caseKey } from './use-case.ts';

interface PictureDialogProps {
  readonly caseId: ServiceCaseId;
  readonly picture: CasePicture;
  readonly canDelete: boolean;
  readonly onClose: () => void;
}

/** One picture, large. */
export function PictureDialog({ caseId, picture, canDelete, onClose }: PictureDialogProps) {
  const say = useMessages();
  const format = useFormat();
  const { api } = useConsole();
  const cache = useQueryClient();
  const image = usePicture(caseId, picture);
  const remove = useMutation({
    mutationFn: () => api.call(peopleRoutes.deletePicture, { params: { caseId, pictureId: picture.id } }),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
  const title = say('pictures.taken', { taken: format.shortDateTime(picture.takenAt) });
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        canDelete && (
          <AskOnce
            icon={Trash2}
            label={say('pictures.delete')}
            question={say('pictures.delete.question')}
            yes={say('pictures.delete')}
            no={say('call.cancel')}
            isPending={remove.isPending}
            onYes={() => remove.mutate()}
          />
        )
      }
    >
      <div className={styles.large} aria-busy={image.isPending}>
        {image.data && <img src={image.data} alt={title} />}
        {image.isError && (
          <Notice tone="bad" title={say('pictures.not-read')} todo={say(problemMessage(image.error))} />
        )}
      </div>
      {remove.isError && (
        <Notice tone="bad" title={say('pictures.not-deleted')} todo={say(problemMessage(remove.error))} />
      )}
    </Dialog>
  );
}
