import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './SidePanel.module.css';

interface SidePanelProps {
  readonly title: string;
  readonly onHide: () => void;
  readonly children: ReactNode;
}

/** Work beside the lists. It takes the focus when it opens and gives it back when it is put away. */
export function SidePanel({ title, onHide, children }: SidePanelProps) {
  const say = useMessages();
  useShortcut('Escape', say('panel.hide'), onHide);
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    if (!panel.current?.contains(before)) heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  return (
    <aside ref={panel} className={styles.panel} aria-label={title}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <IconButton icon={X} label={say('panel.hide')} shortcut="Escape" onPress={onHide} />
      </header>
      {children}
    </aside>
  );
}
