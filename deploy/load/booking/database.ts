import createSqlite from 'better-sqlite3';
import pg from 'pg';

/** The bare database, as its driver gives it: what the server's work is measured beside. */
export type BareDatabase = {
  all(sql: string): Promise<Record<string, unknown>[]>;
  run(sql: string): Promise<void>;
  /** Writes these rows in one transaction. */
  write(rows: readonly { table: string; row: Record<string, unknown> }[]): Promise<void>;
  /** How many may be under way at once. */
  width: number;
  close(): Promise<void>;
};

const insertOf = (table: string, row: Record<string, unknown>, placeholder: (index: number) => string) => {
  const columns = Object.keys(row);
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => placeholder(index)).join(', ')})`;
};

export function openBare(databaseUrl: string): BareDatabase {
  return databaseUrl.startsWith('sqlite:')
    ? openSqlite(databaseUrl.slice('sqlite:'.length))
    : openPostgres(databaseUrl);
}

function openSqlite(filename: string): BareDatabase {
  const database = createSqlite(filename, { timeout: 5_000 });
  const statements = new Map<string, ReturnType<typeof database.prepare>>();
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const write = database.transaction((rows: Parameters<BareDatabase['write']>[0]) => {
    for (const { table, row } of rows) prepare(insertOf(table, row, () => '?')).run(Object.values(row));
  });
  return {
    async all(sql) {
      return database.prepare<unknown[], Record<string, unknown>>(sql).all();
    },
    async run(sql) {
      database.prepare(sql).run();
    },
    async write(rows) {
      write.immediate(rows);
    },
    width: 1,
    async close() {
      database.close();
    },
  };
}

function openPostgres(url: string): BareDatabase {
  // As many connections as the server has.
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const all = async (sql: string) => (await pool.query<Record<string, unknown>>(sql)).rows;
  return {
    all,
    async run(sql) {
      await all(sql);
    },
    async write(rows) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const { table, row } of rows) {
          const text = insertOf(table, row, (index) => `$${index + 1}`);
          await client.query({ name: table, text, values: Object.values(row) });
        }
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    width: 10,
    close: () => pool.end(),
  };
}
