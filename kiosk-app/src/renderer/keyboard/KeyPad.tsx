import { Delete } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './KeyPad.module.css';

interface KeyPadProps {
  /** One character a key. */
  readonly rows: readonly string[];
  readonly onKey: (key: string) => void;
  readonly onDelete: () => void;
  readonly hasSpace?: boolean;
  /** Further keys, before the space. */
  readonly besideSpace?: ReactNode;
  /** For few keys that are all there is to do. */
  readonly isLarge?: boolean;
}

/** Keys on the screen. The focus stays in the field that is typed in; who has real keys uses those. */
export function KeyPad({ rows, onKey, onDelete, hasSpace, besideSpace, isLarge }: KeyPadProps) {
  const say = useMessages();
  return (
    <fieldset aria-label={say('keyboard.label')} className={isLarge ? `${styles.pad} ${styles.large}` : styles.pad}>
      {rows.map((row, index) => (
        <div key={row} className={styles.row}>
          {[...row].map((key) => (
            <Key key={key} label={key} onPress={() => onKey(key)} />
          ))}
          {index === rows.length - 1 && (
            <Key label={say('keyboard.delete')} onPress={onDelete}>
              <Delete aria-hidden="true" />
            </Key>
          )}
        </div>
      ))}
      {hasSpace && (
        <div className={styles.row}>
          {besideSpace}
          <Key label={say('keyboard.space')} onPress={() => onKey(' ')} isWide />
        </div>
      )}
    </fieldset>
  );
}

interface KeyProps {
  readonly label: string;
  readonly children?: ReactNode;
  readonly isWide?: boolean;
  /** For what is on or off. */
  readonly isOn?: boolean;
  readonly onPress: () => void;
}

export function Key({ label, children, isWide, isOn, onPress }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={children ? label : undefined}
      aria-pressed={isOn}
      className={isWide ? styles.wide : styles.key}
      // Keeps the focus where it is.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children ?? label}
    </button>
  );
}
