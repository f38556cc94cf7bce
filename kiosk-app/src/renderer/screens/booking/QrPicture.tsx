import encodeQR from 'qr';
import styles from './QrPicture.module.css';

/** A QR code as a drawing: dark on light in every theme, or telephones would not read it. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const modules = encodeQR(text, 'raw', { border: 3 });
  const squares = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className={styles.light} d={`M0 0h${modules.length}v${modules.length}H0z`} />
      <path className={styles.dark} d={squares.join('')} />
    </svg>
  );
}
