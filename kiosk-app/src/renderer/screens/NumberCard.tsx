import styles from './NumberCard.module.css';

/** A number of the line, to be read from across the room. */
export function NumberCard({ number, label }: { readonly number: string; readonly label?: string }) {
  return (
    <p className={styles.card}>
      {label && <span className={styles.label}>{label}</span>}
      <span className={styles.number}>{number}</span>
    </p>
  );
}
