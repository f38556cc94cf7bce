import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
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
  const hide = useEffectEvent(onHide);
  useEffect(() => {
    const { current } = panel;
    // Shortcuts keep away from fields; this one means the panel there too.
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && event.target instanceof HTMLInputElement) hide();
    };
    current?.addEventListener('keydown', listen);
    return () => current?.removeEventListener('keydown', listen);
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
