import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import {
  type ScheduleChange,
  scheduleRoutes,
  type VersionedSchedule,
} from '@remote-clerk/shared/contracts/http/schedules.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { isProblem } from '../../../app/problems.ts';
import { useCommand } from '../../../app/use-command.ts';
import { schedulesKey } from '../schedule-queries.ts';

/** Where a change is on its way from being typed to being saved. */
export type ChangeStep =
  | { readonly kind: 'editing' }
  /** What it would leave outside of working time; `isNew` when that came up only on saving. */
  | {
      readonly kind: 'preview';
      readonly change: ScheduleChange;
      readonly orphans: Appointment[];
      readonly isNew: boolean;
    }
  /** Schedules that somebody else has changed meanwhile, as they are now. */
  | { readonly kind: 'conflict'; readonly change: ScheduleChange; readonly theirs: VersionedSchedule[] }
  | { readonly kind: 'saved'; readonly orphans: number };

type Save = {
  readonly change: ScheduleChange;
  readonly orphans: 'refuse' | 'keep';
  readonly bases: readonly VersionedSchedule[];
};

/**
 * Changes schedules in steps: first what would come of it, then saving. What somebody else has changed since it was read is
 * shown before it can be overwritten.
 * @param read the schedules that the editing began with
 */
export function useScheduleChange(read: readonly VersionedSchedule[]) {
  const { api } = useConsole();
  const cache = useQueryClient();
  const [bases, setBases] = useState(read);
  const [step, setStep] = useState<ChangeStep>({ kind: 'editing' });
  const specialistIds = bases.map(({ specialistId }) => specialistId);

  const preview = useMutation({
    mutationFn: ({ change }: { change: ScheduleChange; isNew?: boolean }) =>
      api.call(scheduleRoutes.previewSchedules, { body: { specialistIds, change } }),
    onSuccess: ({ orphans }, { change, isNew = false }) => setStep({ kind: 'preview', change, orphans, isNew }),
  });

  const save = useCommand(
    ({ change, orphans, bases: known }: Save, idempotencyKey) =>
      api.call(scheduleRoutes.changeSchedules, {
        body: { specialists: known.map(({ specialistId, version }) => ({ specialistId, version })), change, orphans },
        idempotencyKey,
      }),
    {
      onSuccess: ({ schedules, orphans }) => {
        setBases(schedules);
        setStep({ kind: 'saved', orphans: orphans.length });
        void cache.invalidateQueries({ queryKey: schedulesKey, refetchType: 'none' });
      },
      onError: (error, { change }) => {
        if (isProblem(error, 'conflict')) compare.mutate(change);
        if (isProblem(error, 'appointments-orphaned')) preview.mutate({ change, isNew: true });
      },
    },
  );

  const compare = useMutation({
    mutationFn: () =>
      Promise.all(
        specialistIds.map((specialistId) => api.call(scheduleRoutes.readSchedule, { params: { specialistId } })),
      ),
    onSuccess: (now, change: ScheduleChange) => {
      const known = new Map(bases.map(({ specialistId, version }) => [specialistId, version]));
      const theirs = now.filter(({ specialistId, version }) => known.get(specialistId) !== version);
      setBases(now);
      setStep({ kind: 'conflict', change, theirs });
    },
  });

  const isHandled = isProblem(save.error, 'conflict', 'appointments-orphaned');
  return {
    bases,
    step,
    isBusy: preview.isPending || save.isPending || compare.isPending,
    /** Why the last step could not be taken, or null. */
    error: preview.error ?? compare.error ?? (isHandled ? null : save.error),
    preview: (change: ScheduleChange) => preview.mutate({ change }),
    save: (change: ScheduleChange, orphans: 'refuse' | 'keep') => save.mutate({ change, orphans, bases }),
    back: () => {
      preview.reset();
      save.reset();
      setStep({ kind: 'editing' });
    },
  };
}
export type ScheduleChanging = ReturnType<typeof useScheduleChange>;
