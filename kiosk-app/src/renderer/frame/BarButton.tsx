import type { LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import styles from './BarButton.module.css';

interface BarButtonProps {
  readonly icon: LucideIcon;
  readonly children: string;
  /** For what is on or off. */
  readonly isOn?: boolean;
  readonly isHelp?: boolean;
  readonly onPress: () => void;
}

/** A tool of the top bar: small for a kiosk, yet a full target, and never without its word. */
export function BarButton({ icon: Icon, children, isOn, isHelp, onPress }: BarButtonProps) {
  return (
    <Button
      className={`${styles.button} ${isHelp ? styles.help : ''}`}
      onPress={onPress}
      render={(dom) => <button {...dom} aria-pressed={isOn} />}
    >
      <Icon aria-hidden="true" />
      {children}
    </Button>
  );
}
