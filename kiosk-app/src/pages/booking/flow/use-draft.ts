import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { holdMs } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { useState } from 'react';
import type { BookingServer } from './booking-server.ts';
import type { TypedContact } from './contact.ts';
import { type Draft, emptyDraft, type Held, keepDraft, readDraft } from './draft.ts';

const nobody: TypedContact = { name: '', email: '', phone: '' };

/** What is chosen and typed, and the time that is kept. The choices outlast a reload of the page, the typed words do not. */
export function useDraft(server: BookingServer, language: Language) {
  const [draft, setDraft] = useState(readDraft);
  const [contact, type] = useState(nobody);

  const choose = (choice: Partial<Draft>) =>
    setDraft((before) => {
      const next = { ...before, ...choice };
      keepDraft(next);
      return next;
    });
  const startAgain = () => {
    keepDraft(emptyDraft);
    setDraft(emptyDraft);
    type(nobody);
  };
  const hold = async ({ startsAt, contactPointId }: Pick<Held, 'startsAt' | 'contactPointId'>): Promise<Held> => {
    const { serviceId, channel, held } = draft;
    if (!serviceId || !channel) throw new ProblemError('not-found');
    // The time that is kept must not stand in the way of the one that is wished for.
    if (held) await server.cancel(held.code).catch(() => undefined);
    const askedAt = Date.now();
    const place = channel === 'telephone' ? null : contactPointId;
    const wish = { serviceId, startsAt, channel, contactPointId: place, language: draft.language ?? language };
    const { code } = await server.hold(wish);
    const kept = { code, startsAt, contactPointId: place, until: askedAt + holdMs };
    choose({ held: kept });
    return kept;
  };
  return { draft, choose, hold, contact, type, startAgain };
}
