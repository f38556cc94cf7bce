/** The latest month and those before it, as `2026-11`. @param today as `2026-11-21` */
export function latestMonths(today: string, count: number): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const since = year * 12 + (month - 1) - back;
    return `${Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, '0')}`;
  });
}

/** An amount as people write it, in cents: `1 250,50`, `1250.5`. @returns null for what is none, undefined for nothing */
export function centsOf(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0€]/g, '').replace(',', '.');
  if (plain === '') return undefined;
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}
