import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import styles from './IconButton.module.css';
import { Shortcut } from './Shortcut.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'style' | 'render' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** Its name, shown as a tooltip; at the kiosk use a `Button`, which shows its words always. */
  readonly label: string;
  readonly shortcut?: string;
}

export function IconButton({ icon: Icon, label, shortcut, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400}>
      <Button
        {...rest}
        aria-label={label}
        className={styles.button ?? ''}
        render={(dom) => <button {...dom} aria-keyshortcuts={shortcut} />}
      >
        <Icon aria-hidden="true" />
      </Button>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        {shortcut && <Shortcut keyName={shortcut} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
