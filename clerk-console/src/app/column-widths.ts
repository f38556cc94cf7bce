import { z } from 'zod';

const ColumnWidths = z.object({ start: z.number(), end: z.number() });
/** Pixels. */
export type ColumnWidths = z.infer<typeof ColumnWidths>;

export const widthLimits = { start: { min: 220, max: 440 }, end: { min: 280, max: 640 } } as const;
const usual: ColumnWidths = { start: 300, end: 400 };
const storageKey = (name: string) => `columns:${name}`;

export const clampWidth = (side: keyof ColumnWidths, width: number) =>
  Math.round(Math.min(widthLimits[side].max, Math.max(widthLimits[side].min, width)));

export function rememberedWidths(name: string): ColumnWidths {
  try {
    return ColumnWidths.catch(usual).parse(JSON.parse(localStorage.getItem(storageKey(name)) ?? 'null'));
  } catch {
    return usual;
  }
}

export function rememberWidths(name: string, widths: ColumnWidths): void {
  localStorage.setItem(storageKey(name), JSON.stringify(widths));
}
