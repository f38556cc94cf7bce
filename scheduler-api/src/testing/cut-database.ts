import type { Database } from '../db/database.ts';

/** From now on every query fails as when the database's server has gone. @returns what brings it back */
export function cutDatabase(db: Database): () => void {
  const refuse = () => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  };
  const own = Object.getOwnPropertyDescriptors(db);
  Object.defineProperty(db, 'connection', { configurable: true, get: refuse });
  Object.defineProperty(db, 'transaction', { configurable: true, value: async () => refuse() });
  return () => {
    Object.defineProperty(db, 'connection', own.connection);
    Object.defineProperty(db, 'transaction', own.transaction);
  };
}
