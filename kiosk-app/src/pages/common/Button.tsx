import { classNames } from '@remote-clerk/shared/ui/class-names.ts';
import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> {
  readonly variant?: 'primary' | 'secondary' | 'danger';
  readonly icon?: LucideIcon;
  /** Its work is under way: it takes no second press, and keeps the focus. */
  readonly isPending?: boolean;
}

/** The browser's own button in the project's dress. */
export function Button({
  variant = 'secondary',
  icon: Icon,
  isPending,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(styles.button, styles[variant])}
      aria-disabled={isPending || undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {Icon && <Icon aria-hidden="true" />}
      <span>{children}</span>
    </button>
  );
}
