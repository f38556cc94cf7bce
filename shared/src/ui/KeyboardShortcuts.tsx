import { type ReactNode, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useCommonMessages } from '../i18n/use-messages.ts';
import { Dialog } from './Dialog.tsx';
import styles from './KeyboardShortcuts.module.css';
import { Shortcut as Key } from './Shortcut.tsx';
import { Switch } from './Switch.tsx';
import { isTaken, matches, type Shortcut, ShortcutsContext } from './shortcuts.ts';

const storageKey = 'keyboard-shortcuts';

/**
 * Stands around the console: runs the shortcuts of `useShortcut`, and `?` lists them. They can be switched off, as
 * single keys get in the way of speech input (WCAG 2.1.4); the choice is remembered.
 */
export function KeyboardShortcuts({ children }: { readonly children: ReactNode }) {
  const say = useCommonMessages();
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const [isOn, setIsOn] = useState(() => localStorage.getItem(storageKey) !== 'off');
  const [isListOpen, setIsListOpen] = useState(false);

  const add = useCallback((shortcut: Shortcut) => {
    setShortcuts((before) => [...before, shortcut]);
    return () => setShortcuts((before) => before.filter((each) => each !== shortcut));
  }, []);

  const list: Shortcut = { key: '?', label: say('shortcuts.show'), run: () => setIsListOpen(true) };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event)) return;
    // The newest wins, as what has just appeared is what one wants to answer.
    const pressed = [list, ...(isOn ? shortcuts : [])].findLast((each) => matches(each, event));
    if (!pressed) return;
    event.preventDefault();
    pressed.run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return (
    <ShortcutsContext value={add}>
      {children}
      <Dialog title={say('shortcuts.title')} isOpen={isListOpen} onClose={() => setIsListOpen(false)}>
        <dl className={styles.list}>
          {[...shortcuts, list].map(({ key, label }) => (
            <Entry key={`${key} ${label}`} keyName={key} label={label} />
          ))}
        </dl>
        <Switch
          isSelected={isOn}
          onChange={(on) => {
            localStorage.setItem(storageKey, on ? 'on' : 'off');
            setIsOn(on);
          }}
        >
          {say('shortcuts.switch')}
        </Switch>
      </Dialog>
    </ShortcutsContext>
  );
}

function Entry({ keyName, label }: { readonly keyName: string; readonly label: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <span className="visually-hidden">{keyName}</span>
        <Key keyName={keyName} />
      </dd>
    </>
  );
}
