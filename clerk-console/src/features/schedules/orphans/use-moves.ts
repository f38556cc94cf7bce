import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import type { Orphan } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { AppointmentId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { useRef, useState } from 'react';
import { useConsole } from '../../../app/context.ts';

type Proposal = Orphan['proposals'][number];
/** What has become of one of them. */
export type Outcome =
  | { readonly kind: 'moving' }
  | { readonly kind: 'moved'; readonly startsAt: Instant; readonly specialist: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: unknown };

type Progress = { readonly done: number; readonly total: number };

/** Moves appointments one by one, or all to their first proposals one after another; says what became of each. */
export function useMoves() {
  const { api } = useConsole();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<AppointmentId, Outcome>>(new Map());
  const [progress, setProgress] = useState<Progress | null>(null);
  const isStopped = useRef(false);
  // The same try keeps its key: an answer that got lost must not move an appointment twice.
  const keys = useRef(new Map<string, string>());

  const tell = (id: AppointmentId, outcome: Outcome) => setOutcomes((known) => new Map(known).set(id, outcome));
  const keyOf = (name: string) => {
    const key = keys.current.get(name) ?? crypto.randomUUID();
    keys.current.set(name, key);
    return key;
  };

  async function run(id: AppointmentId, command: () => Promise<Outcome>): Promise<void> {
    tell(id, { kind: 'moving' });
    try {
      tell(id, await command());
    } catch (error) {
      tell(id, { kind: 'failed', error });
    }
  }

  const move = ({ appointment: { id, version, contactPoint } }: Orphan, { startsAt, specialist }: Proposal) =>
    run(id, async () => {
      const moved = await api.call(appointmentRoutes.moveAppointment, {
        params: { appointmentId: id },
        body: { version, startsAt, specialistId: specialist.id, contactPointId: contactPoint?.id ?? null },
        idempotencyKey: keyOf(`${id} ${version} ${startsAt} ${specialist.id}`),
      });
      return { kind: 'moved', startsAt: moved.startsAt, specialist: moved.specialist.name };
    });

  const cancel = ({ appointment: { id, version } }: Orphan) =>
    run(id, async () => {
      await api.call(appointmentRoutes.cancelAppointment, {
        params: { appointmentId: id },
        body: { version },
        idempotencyKey: keyOf(`${id} ${version} cancel`),
      });
      return { kind: 'cancelled' };
    });

  async function moveAll(orphans: readonly Orphan[]): Promise<void> {
    const movable = orphans.filter(({ proposals }) => proposals.length > 0);
    isStopped.current = false;
    for (const [done, orphan] of movable.entries()) {
      if (isStopped.current) break;
      setProgress({ done, total: movable.length });
      const [first] = orphan.proposals;
      if (first) await move(orphan, first);
    }
    setProgress(null);
  }

  const stop = () => {
    isStopped.current = true;
  };
  return { outcomes, progress, move, cancel, moveAll, stop };
}
