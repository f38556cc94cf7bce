import { ChevronLeft } from 'lucide-react';
import { Link } from 'react-router';
import styles from './BackLink.module.css';

export function BackLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Link to={to} className={styles.back}>
      <ChevronLeft aria-hidden="true" />
      {children}
    </Link>
  );
}
