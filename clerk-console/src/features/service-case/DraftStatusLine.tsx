import { CircleCheck, CloudUpload, PenLine, TriangleAlert } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import type { DraftStatus } from './case-draft.ts';
import styles from './DraftStatusLine.module.css';

const icons = {
  saved: CircleCheck,
  unsaved: PenLine,
  saving: CloudUpload,
  failed: TriangleAlert,
  conflict: TriangleAlert,
} as const;

/** Whether what is typed has reached the server. */
export function DraftStatusLine({ status }: { readonly status: DraftStatus }) {
  const say = useMessages();
  const Icon = icons[status];
  return (
    <p className={styles.line} data-status={status} role="status">
      <Icon aria-hidden="true" />
      {say(`draft.${status}`)}
    </p>
  );
}
