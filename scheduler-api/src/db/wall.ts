import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Knex } from 'knex';

/** No organisation's id: where somebody may see nothing, an empty list would be no wall at all. */
const nobodys = '00000000-0000-0000-0000-000000000000';

export type Wall = ReturnType<typeof createWall>;

/** PostgreSQL's own check of whose rows a transaction sees: the policies read the setting. */
export function createWall(transaction: Knex.Transaction, within: readonly OrganisationId[]) {
  let passes = 0;
  const set = (organisations: string) =>
    transaction.raw(`select set_config('app.organisations', ?, true)`, [organisations]);
  const raise = () => set(within.join(',') || nobodys);
  return {
    raise,
    /** One connection does one thing after another, so that those who pass at the same time need only be counted. */
    async lowered<T>(work: () => Promise<T>): Promise<T> {
      passes += 1;
      const back = async () => {
        passes -= 1;
        if (passes === 0) await raise();
      };
      if (passes === 1) await set('');
      let result: T;
      try {
        result = await work();
      } catch (error) {
        // A transaction that has failed takes no more queries: what went wrong is told, not that.
        await back().catch(() => undefined);
        throw error;
      }
      await back();
      return result;
    },
  };
}
