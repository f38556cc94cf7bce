import type { SelfTestSummary } from '@remote-clerk/shared/contracts/self-test.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './KioskCard.module.css';

/** What the kiosk found to be wrong with itself, before a citizen does; nothing while all is well. */
export function SelfTestTroubles({ test }: { readonly test: SelfTestSummary }) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  if (test.troubles.length === 0) return null;
  const parts = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    test.troubles.map((part) => say(`self-test.part.${part}`)),
  );
  return (
    <>
      <StatusBadge tone={test.verdict === 'failed' ? 'bad' : 'warn'}>{say('self-test.trouble', { parts })}</StatusBadge>
      <p className={styles.words}>{say('self-test.at', { time: format.time(test.at) })}</p>
    </>
  );
}
