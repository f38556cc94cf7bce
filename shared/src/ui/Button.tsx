import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { useCommonMessages } from '../i18n/use-messages.ts';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { Shortcut } from './Shortcut.tsx';

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'stage' | 'stage-off' | 'stage-end';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render'> {
  readonly children: ReactNode;
  /** `stage*` are the call's: icon above word; `stage-off` for a device that is off, `stage-end` to hang up. */
  readonly variant?: ButtonVariant;
  readonly icon?: LucideIcon;
  /** After the label, as in "Continue ›". */
  readonly iconEnd?: LucideIcon;
  /** Said instead of the label while `isPending`. */
  readonly pendingLabel?: string;
  /** The key that does the same, drawn beside the label; bind it with `useShortcut`. */
  readonly shortcut?: string;
  /** As wide as its container. */
  readonly isWide?: boolean;
}

const variantClasses: Readonly<Record<ButtonVariant, string>> = {
  primary: classNames(styles.primary),
  secondary: '',
  quiet: classNames(styles.quiet),
  danger: classNames(styles.danger),
  stage: classNames(styles.stage),
  'stage-off': classNames(styles.stage, styles.off),
  'stage-end': classNames(styles.stage, styles.end),
};

export function Button(props: ButtonProps) {
  const { children, variant = 'secondary', icon, iconEnd, pendingLabel, shortcut, isWide, ...rest } = props;
  const say = useCommonMessages();
  const Icon = rest.isPending ? LoaderCircle : icon;
  const IconEnd = rest.isPending ? undefined : iconEnd;
  return (
    <AriaButton
      {...rest}
      className={classNames(styles.button, variantClasses[variant], isWide && styles.wide)}
      render={(dom) => <button {...dom} aria-keyshortcuts={shortcut} />}
    >
      {Icon && <Icon aria-hidden="true" className={rest.isPending ? styles.turning : undefined} />}
      <span>{rest.isPending ? (pendingLabel ?? say('button.pending')) : children}</span>
      {IconEnd && <IconEnd aria-hidden="true" />}
      {shortcut && (
        <span className={styles.shortcut}>
          <Shortcut keyName={shortcut} />
        </span>
      )}
    </AriaButton>
  );
}
