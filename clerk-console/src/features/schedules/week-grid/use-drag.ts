import { type PointerEvent, type RefObject, useState } from 'react';
import { type Block, drawn, moved, snaps, withEnd, withStart } from './week-blocks.ts';

export type Grip = 'all' | 'start' | 'end' | 'new';
type Shown = { readonly from: number; readonly until: number };

interface DragOptions {
  /** The seven days, without their heads. */
  readonly area: RefObject<HTMLElement | null>;
  /** Which minutes of the day the area shows. */
  readonly shown: Shown;
  readonly onDrop: (block: Block, grip: Grip) => void;
  readonly onTap: (block: Block) => void;
}

/** Pixels that a finger may slip without having dragged. */
const slip = 4;

/** Blocks by mouse, pen or finger: the block as it would be when let go, and what begins a drag. */
export function useDrag({ area, shown, onDrop, onTap }: DragOptions) {
  const [dragged, setDragged] = useState<Block | null>(null);

  function start(event: PointerEvent, block: Block, grip: Grip): void {
    const box = area.current?.getBoundingClientRect();
    if (event.button !== 0 || !box) return;
    event.stopPropagation();
    const origin = { x: event.clientX, y: event.clientY };
    const minutesOf = (pixels: number) => (pixels / box.height) * (shown.until - shown.from);
    let [latest, hasMoved] = [block, false];

    const at = ({ clientX, clientY, altKey }: globalThis.PointerEvent): Block => {
      const minutes = minutesOf(clientY - origin.y);
      const snap = altKey ? snaps.fine : snaps.usual;
      switch (grip) {
        case 'all':
          return moved(block, { minutes, days: Math.round(((clientX - origin.x) / box.width) * 7) }, snap);
        case 'start':
          return withStart(block, block.from + minutes, snap);
        case 'end':
          return withEnd(block, block.until + minutes, snap);
        case 'new':
          return { ...block, ...drawn(block.weekday, block.from, block.from + minutes) };
      }
    };
    const follow = (next: globalThis.PointerEvent) => {
      if (next.pointerId !== event.pointerId) return;
      hasMoved ||= Math.hypot(next.clientX - origin.x, next.clientY - origin.y) > slip;
      if (!hasMoved) return;
      latest = at(next);
      setDragged(latest);
    };
    const stop = (next: globalThis.PointerEvent) => {
      if (next.pointerId !== event.pointerId) return;
      removeEventListener('pointermove', follow);
      removeEventListener('pointerup', stop);
      removeEventListener('pointercancel', stop);
      setDragged(null);
      if (next.type === 'pointercancel') return;
      if (hasMoved) onDrop(latest, grip);
      else if (grip === 'new') onDrop({ ...block, ...drawn(block.weekday, block.from, block.from) }, grip);
      else onTap(block);
    };
    addEventListener('pointermove', follow);
    addEventListener('pointerup', stop);
    addEventListener('pointercancel', stop);
  }

  /** Begins a new block where an empty part of the area was pressed. */
  function draw(event: PointerEvent, id: string, channels: Block['channels']): void {
    const box = area.current?.getBoundingClientRect();
    if (!box) return;
    const weekday = Math.min(7, Math.max(1, Math.floor(((event.clientX - box.left) / box.width) * 7) + 1));
    const from = shown.from + ((event.clientY - box.top) / box.height) * (shown.until - shown.from);
    start(event, { id, weekday, from, until: from, channels }, 'new');
  }

  return { dragged, start, draw };
}
