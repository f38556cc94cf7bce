import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { createFormat } from '@remote-clerk/shared/i18n/format.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useWords } from '../common/use-words.ts';
import { sayFrom } from '../common/words.ts';
import { type Booking, BookingProvider } from './booking-context.tsx';
import { Frame } from './Frame.tsx';
import type { Bookable, BookingServer } from './flow/booking-server.ts';
import { useDraft } from './flow/use-draft.ts';
import type { Messages } from './messages/lv.ts';
import { words } from './messages/messages.ts';
import { Places } from './Places.tsx';

interface BookingPageProps {
  readonly server: BookingServer;
  readonly first: { readonly language: Language; readonly messages: Messages };
}

/** Booking for everybody: no sign-in, no personal code. */
export function BookingPage({ server, first }: BookingPageProps) {
  const { language, messages, setLanguage } = useWords(words, first);
  const { draft, choose, hold, contact, type, startAgain } = useDraft(server, language);
  const [bookable, setBookable] = useState<Bookable | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(() => {
    setError(null);
    server.listServices().then(setBookable, setError);
  }, [server]);
  useEffect(load, [load]);

  const spoken = useMemo(
    () => ({
      say: sayFrom(messages),
      language,
      formatAt: (timeZone?: string) => createFormat(language, timeZone),
    }),
    [messages, language],
  );
  const booking: Booking = { server, ...spoken, bookable, draft, choose, hold, contact, type, startAgain };
  return (
    <BookingProvider value={booking}>
      <Frame onLanguage={(chosen) => void setLanguage(chosen).catch(() => undefined)}>
        <Places error={error} onRetry={load} />
      </Frame>
    </BookingProvider>
  );
}
