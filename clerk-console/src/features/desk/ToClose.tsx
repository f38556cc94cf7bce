import type { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './ToClose.module.css';
import listStyles from './WaitingList.module.css';

interface ToCloseProps {
  readonly cases: DeskView['toClose'];
  readonly opened: ServiceCaseId | null;
  readonly onOpen: (caseId: ServiceCaseId) => void;
}

/** Own cases whose call is over and that still want an outcome. */
export function ToClose({ cases, opened, onOpen }: ToCloseProps) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  if (cases.length === 0) return null;
  return (
    <section aria-labelledby="to-close-title" className={listStyles.section}>
      <h2 id="to-close-title" className={listStyles.title}>
        {say('to-close.title')} <span className={listStyles.count}>{cases.length}</span>
      </h2>
      <ul className={listStyles.list}>
        {cases.map(({ caseId, caseNumber, service, endedAt }) => (
          <li key={caseId}>
            <button
              type="button"
              className={styles.case}
              aria-pressed={caseId === opened}
              onClick={() => onOpen(caseId)}
            >
              <span className={styles.service}>{service.name[language]}</span>
              <span className={styles.number}>
                {caseNumber} · {format.time(endedAt)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
