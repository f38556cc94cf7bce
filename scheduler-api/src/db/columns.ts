import type { Knex } from 'knex';
import { z } from 'zod';

/** A column for an `Instant`. SQLite keeps the text under any type name, so that both engines compare and read the same. */
export const timestamp = (table: Knex.CreateTableBuilder, name: string): Knex.ColumnBuilder =>
  table.specificType(name, 'timestamptz(3)');

/** A column for a JSON value, written with `toJson` and read with `jsonColumn`. */
export const json = (table: Knex.CreateTableBuilder, name: string): Knex.ColumnBuilder => table.jsonb(name);

export const toJson = (value: unknown): string => JSON.stringify(value);

/** Reads a JSON column into the shape that it must have. */
export const jsonColumn = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.string(), z.number()]) // SQLite takes a JSON number for a number.
    .transform((text): unknown => JSON.parse(String(text)))
    .pipe(schema);

/** SQLite has no booleans: it gives 0 and 1. */
export const booleanColumn = z.union([z.boolean(), z.literal([0, 1]).transform((value) => value === 1)]);
