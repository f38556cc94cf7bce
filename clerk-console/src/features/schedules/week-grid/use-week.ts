import { useState } from 'react';
import { type Block, inOrder } from './week-blocks.ts';

type History = { readonly now: readonly Block[]; readonly before: readonly (readonly Block[])[] };

/** A week that is edited, step by step, and can be taken back step by step. */
export function useWeek(initial: readonly Block[]) {
  const [{ now, before }, setHistory] = useState<History>({ now: inOrder(initial), before: [] });
  const become = (blocks: readonly Block[]) =>
    setHistory((history) => ({ now: inOrder(blocks), before: [...history.before, history.now] }));
  return {
    blocks: now,
    put: (block: Block) => become([...now.filter(({ id }) => id !== block.id), block]),
    remove: (id: string) => become(now.filter((block) => block.id !== id)),
    replace: become,
    canUndo: before.length > 0,
    undo: () =>
      setHistory((history) => ({ now: history.before.at(-1) ?? history.now, before: history.before.slice(0, -1) })),
  };
}
export type Week = ReturnType<typeof useWeek>;
