import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { type ColumnWidths, clampWidth, rememberedWidths, rememberWidths, widthLimits } from './column-widths.ts';
import styles from './ResizableColumns.module.css';

type Side = keyof ColumnWidths;

interface ResizableColumnsProps {
  /** Under which the widths are remembered in this browser. */
  readonly name: string;
  readonly className?: string;
  readonly start: ReactNode;
  readonly middle: ReactNode;
  /** Without it the middle takes its room. */
  readonly end: ReactNode;
  readonly labels: Readonly<Record<Side | 'middle', string>>;
}

/** Three columns whose outer ones can be made wider or narrower, by pointer or arrow keys. */
export function ResizableColumns({ name, className, start, middle, end, labels }: ResizableColumnsProps) {
  const [widths, setWidths] = useState(() => rememberedWidths(name));
  const resize = (side: Side, width: number) => {
    const next = { ...widths, [side]: clampWidth(side, width) };
    setWidths(next);
    rememberWidths(name, next);
  };
  const sizes: CSSProperties & Record<`--${string}`, string> = {
    '--start': `${widths.start}px`,
    '--end': `${widths.end}px`,
  };
  return (
    <div className={`${styles.columns} ${className}`} style={sizes} data-three={Boolean(end)}>
      <section className={styles.column} aria-label={labels.start}>
        {start}
      </section>
      <Separator side="start" label={labels.start} width={widths.start} onResize={resize} />
      <main className={styles.middle} aria-label={labels.middle}>
        {middle}
      </main>
      {end && (
        <>
          <Separator side="end" label={labels.end} width={widths.end} onResize={resize} />
          <aside className={`${styles.column} ${styles.end}`} aria-label={labels.end}>
            {end}
          </aside>
        </>
      )}
    </div>
  );
}

interface SeparatorProps {
  readonly side: Side;
  readonly label: string;
  readonly width: number;
  readonly onResize: (side: Side, width: number) => void;
}

const keyStep = 16;

function Separator({ side, label, width, onResize }: SeparatorProps) {
  const say = useMessages();
  const outward = side === 'start' ? 1 : -1;
  const drag = (event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) => onResize(side, width + outward * (clientX - from));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  const press = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    onResize(side, width + outward * direction * keyStep);
  };
  return (
    <hr
      className={styles.separator}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say('columns.resize', { column: label })}
      aria-valuenow={width}
      aria-valuemin={widthLimits[side].min}
      aria-valuemax={widthLimits[side].max}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
