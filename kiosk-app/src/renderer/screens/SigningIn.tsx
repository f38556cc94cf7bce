import { useEffect, useEffectEvent, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { BackButton } from '../frame/BackButton.tsx';
import { useParts } from '../kiosk/kiosk-context.tsx';
import styles from './SigningIn.module.css';

/** The way back, always there, and below it the place for the provider's pages, which the machine shows above this one. */
export function SigningIn({ provider }: { readonly provider: string }) {
  const say = useMessages();
  const { kiosk } = useParts();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const begin = useEffectEvent(() => {
    const { x = 0, y = 0, width = 0, height = 0 } = place.current?.getBoundingClientRect() ?? {};
    void kiosk.identity.signIn({ x, y, width, height });
  });
  useEffect(() => {
    heading.current?.focus();
    begin();
  }, []);
  return (
    <main data-screen="identity" className={styles.screen}>
      <div className={styles.bar}>
        <BackButton onPress={() => kiosk.identity.close()} />
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {say('identity.signingIn', { provider })}
        </h1>
      </div>
      <div ref={place} className={styles.place}>
        <p className={styles.words}>{say('identity.opening')}</p>
      </div>
    </main>
  );
}
