import styles from './Figures.module.css';

/** Two people in two frames, drifting slowly: somebody here talks with somebody there. */
export function Figures() {
  return (
    <svg className={styles.figures} viewBox="0 0 800 560" aria-hidden="true">
      <g className={styles.there}>
        <rect className={styles.frame} x="300" y="20" width="440" height="330" rx="48" />
        <circle className={styles.person} cx="520" cy="150" r="62" />
        <path className={styles.person} d="M392 350c0-84 56-122 128-122s128 38 128 122z" />
      </g>
      <g className={styles.here}>
        <path
          className={styles.bubble}
          d="M60 258a48 48 0 0 1 48-48h270a48 48 0 0 1 48 48v172a48 48 0 0 1-48 48H206l-86 72v-72h-12a48 48 0 0 1-48-48z"
        />
        <circle className={styles.self} cx="243" cy="306" r="46" />
        <path className={styles.self} d="M148 478c0-66 42-104 95-104s95 38 95 104z" />
      </g>
    </svg>
  );
}
