import styles from './Shortcut.module.css';

/** A key drawn as a key, for the eye alone: the control it belongs to says it through `aria-keyshortcuts`. */
export function Shortcut({ keyName }: { readonly keyName: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {keyName}
    </span>
  );
}
