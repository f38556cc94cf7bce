import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createIds } from './ids.ts';
import { createFakeClock } from './testing/fake-clock.ts';

describe('ids', () => {
  it('are UUIDs of version 7 that carry the time', () => {
    const ids = createIds(createFakeClock('2027-03-01T08:00:00.000Z'));
    const id = z.uuidv7().parse(ids.uuid());
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2027, 2, 1, 8));
  });

  it('grow, also within a millisecond and when the clock goes back', () => {
    const clock = createFakeClock();
    const ids = createIds(clock);
    const made = Array.from({ length: 10_000 }, () => ids.uuid());
    clock.advance(-60_000);
    made.push(ids.uuid());
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(made.length);
  });
});
