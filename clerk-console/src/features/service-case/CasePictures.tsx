import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import type { CasePicture, ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CasePictures.module.css';
import { PictureDialog } from './PictureDialog.tsx';

interface CasePicturesProps {
  readonly served: ServiceCase;
  /** Pictures are read only when they are to be seen. */
  readonly isShown: boolean;
}

/** What the document camera took into the case. */
export function CasePictures({ served, isShown }: CasePicturesProps) {
  const say = useMessages();
  const [opened, setOpened] = useState<CasePicture | null>(null);
  if (served.pictures.length === 0) return <p className={styles.none}>{say('pictures.none')}</p>;
  return (
    <>
      <ul className={styles.pictures}>
        {served.pictures.map((picture) => (
          <li key={picture.id}>
            <Thumbnail caseId={served.id} picture={picture} isShown={isShown} onOpen={() => setOpened(picture)} />
          </li>
        ))}
      </ul>
      {opened && (
        <PictureDialog
          caseId={served.id}
          picture={opened}
          canDelete={served.status === 'open'}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

interface ThumbnailProps {
  readonly caseId: ServiceCaseId;
  readonly picture: CasePicture;
  readonly isShown: boolean;
  readonly onOpen: () => void;
}

function Thumbnail({ caseId, picture, isShown, onOpen }: ThumbnailProps) {
  const say = useMessages();
  const format = useFormat();
  const image = usePicture(caseId, picture, isShown);
  const taken = format.shortDateTime(picture.takenAt);
  return (
    <button type="button" className={styles.thumbnail} onClick={onOpen} aria-busy={isShown && image.isPending}>
      {image.data ? <img src={image.data} alt="" /> : <span className={styles.blank} />}
      <span className={styles.words}>
        {say('pictures.taken', { taken })}
        {image.isError && <span className={styles.failed}>{say(problemMessage(image.error))}</span>}
      </span>
    </button>
  );
}

/** @returns a picture as what an `img` shows */
export function usePicture(caseId: ServiceCaseId, { id }: CasePicture, isEnabled = true) {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['picture', caseId, id],
    queryFn: async () => {
      const { jpeg } = await api.call(peopleRoutes.readPicture, { params: { caseId, pictureId: id } });
      return `data:image/jpeg;base64,${jpeg}`;
    },
    // What was taken never changes.
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isEnabled,
  });
}
