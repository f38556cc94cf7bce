import type { InstitutionId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { type ServiceTimeRange, serviceTimeRange } from '@remote-clerk/shared/domain/service-times.ts';
import { addMilliseconds, millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { createServiceTimesRepository } from './service-times-repository.ts';

/** What the estimate is made from: four weeks, in milliseconds. */
const seenForMs = 28 * 86_400_000;

export type ServiceTimes = ReadonlyMap<PublicServiceId, ServiceTimeRange & { minutes: number }>;

/** How long consultations take, by service. */
export function createServiceTimesService({ db, clock }: Pick<Context, 'db' | 'clock'>) {
  const repository = createServiceTimesRepository(db);
  return {
    /** Of each of an institution's services: as measured, or what it says of itself while too few were seen. */
    async ofInstitution(institutionId: InstitutionId): Promise<ServiceTimes> {
      const rows = await repository.listOfInstitution(institutionId);
      return new Map(
        rows.map(({ id, minutes, lower_minutes, upper_minutes }) => [
          id,
          { minutes, lower: lower_minutes ?? minutes, upper: upper_minutes ?? minutes },
        ]),
      );
    },

    /** Measures the last weeks again. Bears being run by several servers at once. */
    async measure(): Promise<void> {
      const now = clock.now();
      const calls = await repository.listCalls(addMilliseconds(now, -seenForMs));
      await db.transaction(async () => {
        for (const [serviceId, seen] of Map.groupBy(calls, (call) => call.serviceId)) {
          const range = serviceTimeRange(
            seen.map(({ liveAt, endedAt }) => millisecondsBetween(liveAt, endedAt) / 60_000),
          );
          if (range) await repository.save(serviceId, seen.length, range, now);
        }
        await repository.deleteBefore(now);
      });
    },
  };
}
export type ServiceTimesService = ReturnType<typeof createServiceTimesService>;
