import { LanguageSwitch } from '@remote-clerk/shared/ui/LanguageSwitch.tsx';
import type { ReactNode } from 'react';
import mark from '../../../renderer/mark.svg';
import { useMessages } from '../messages/use-messages.ts';
import styles from './Frame.module.css';

/** What stands around every screen but the call itself. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const say = useMessages();
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <img src={mark} alt="" className={styles.mark} />
        <p className={styles.name}>{say('app.name')}</p>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
