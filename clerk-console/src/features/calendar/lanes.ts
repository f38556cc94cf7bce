import type { Span } from './wall-time.ts';

export type InLane<Item> = { readonly item: Item; readonly lane: number; readonly lanes: number };

/** Places what overlaps side by side: each item with its lane from 0 and how many lanes there are where it is. */
export function inLanes<Item>(items: readonly Item[], spanOf: (item: Item) => Span): InLane<Item>[] {
  const result: InLane<Item>[] = [];
  let group: { item: Item; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    result.push(...group.map(({ item, lane }) => ({ item, lane, lanes: ends.length })));
    group = [];
    ends = [];
  };
  for (const item of items.toSorted((a, b) => spanOf(a).from - spanOf(b).from)) {
    const { from, until } = spanOf(item);
    if (ends.every((end) => end <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = until;
    group.push({ item, lane });
  }
  close();
  return result;
}
