import encodeQR from 'qr';
import styles from './QrCode.module.css';

/** Empty modules around it, without which some cameras do not find it. */
const quiet = 4;

/** A square code, dark on light in every theme, as cameras want it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`} className={styles.code}>
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
