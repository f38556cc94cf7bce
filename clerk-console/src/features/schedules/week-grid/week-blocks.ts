import type { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';

/** A part of a weekday on the wall clock, as it is edited: 1 for Monday, minutes since midnight. */
export type Block = {
  readonly id: string;
  readonly weekday: number;
  readonly from: number;
  readonly until: number;
  /** None where the hours are a house's and not a person's. */
  readonly channels: readonly Channel[];
};

const dayEnd = 1440;
/** What a drag or an arrow key moves by, and with Alt held. In minutes. */
export const snaps = { usual: 15, fine: 5 } as const;
const shortest = 5;
/** How long a block is that is made by one touch. */
const usualLength = 60;

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
const snapped = (minutes: number, snap: number) => Math.round(minutes / snap) * snap;

/** The block so many weekdays and minutes further, as far as the week reaches; its length stays. */
export function moved(block: Block, by: { days?: number; minutes?: number }, snap: number): Block {
  const length = block.until - block.from;
  const wanted = by.minutes ? snapped(block.from + by.minutes, snap) : block.from;
  const from = clamp(wanted, 0, dayEnd - length);
  return { ...block, weekday: clamp(block.weekday + (by.days ?? 0), 1, 7), from, until: from + length };
}

export const withEnd = (block: Block, until: number, snap: number): Block => ({
  ...block,
  until: clamp(snapped(until, snap), block.from + shortest, dayEnd),
});

export const withStart = (block: Block, from: number, snap: number): Block => ({
  ...block,
  from: clamp(snapped(from, snap), 0, block.until - shortest),
});

/** A new block between two points of a day, in either order; an hour where they are the same. */
export function drawn(weekday: number, start: number, end: number): Pick<Block, 'weekday' | 'from' | 'until'> {
  const from = clamp(Math.floor(Math.min(start, end) / snaps.usual) * snaps.usual, 0, dayEnd - snaps.usual);
  const until = clamp(snapped(Math.max(start, end), snaps.usual), from, dayEnd);
  return { weekday, from, until: until - from < snaps.usual ? Math.min(from + usualLength, dayEnd) : until };
}

/** Where a block that is added by a button goes: the first weekday with nothing, or after the last hours of the week's first. */
export function proposed(blocks: readonly Block[]): Pick<Block, 'weekday' | 'from' | 'until'> {
  const empty = [1, 2, 3, 4, 5].find((weekday) => !blocks.some((block) => block.weekday === weekday));
  if (empty) return { weekday: empty, from: 9 * 60, until: 17 * 60 };
  const from = Math.max(...blocks.filter(({ weekday }) => weekday === 1).map(({ until }) => until));
  return from <= dayEnd - usualLength
    ? { weekday: 1, from, until: from + usualLength }
    : { weekday: 6, from: 9 * 60, until: 9 * 60 + usualLength };
}

export const inOrder = (blocks: readonly Block[]): Block[] =>
  blocks.toSorted((a, b) => a.weekday - b.weekday || a.from - b.from || a.until - b.until);

export const sameTimes = (a: readonly Block[], b: readonly Block[]): boolean => {
  const text = (blocks: readonly Block[]) => JSON.stringify(inOrder(blocks).map(({ id: _, ...rest }) => rest));
  return text(a) === text(b);
};
