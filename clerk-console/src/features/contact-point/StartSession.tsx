import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { ContactPointKiosk } from '@remote-clerk/shared/contracts/views.ts';
import type { ContactPointId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { RadioCards } from '@remote-clerk/shared/ui/RadioCards.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMutation } from '@tanstack/react-query';
import { CirclePlay, SearchX } from 'lucide-react';
import { useState } from 'react';
import { ChoiceRows } from '../../app/ChoiceRows.tsx';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { findServices } from './find-services.ts';
import styles from './StartSession.module.css';
import { useOfferedServices } from './use-contact-point.ts';

interface StartSessionProps {
  readonly kiosk: ContactPointKiosk;
  readonly contactPointId: ContactPointId;
  readonly onDone: () => void;
}

/** Chooses service and language for the citizen who stands at the kiosk. */
export function StartSession({ kiosk, contactPointId, onDone }: StartSessionProps) {
  const say = useMessages();
  const format = useFormat();
  const { language: own } = useLanguage();
  const { api } = useConsole();
  const services = useOfferedServices(contactPointId);
  const [search, setSearch] = useState('');
  const [serviceId, setServiceId] = useState<PublicServiceId | null>(null);
  const [language, setLanguage] = useState<Language>('lv');
  const [attempt, setAttempt] = useState<string>(() => crypto.randomUUID());
  const start = useMutation({
    mutationFn: (input: { serviceId: PublicServiceId; language: Language; attempt: string }) =>
      api.call(routes.startAtKiosk, {
        params: { kioskId: kiosk.id },
        body: { serviceId: input.serviceId, language: input.language },
        idempotencyKey: input.attempt,
      }),
    onSuccess: onDone,
  });

  const found = findServices(services.data ?? [], search, own);
  const chosen = services.data?.find(({ id }) => id === serviceId);
  const spoken = chosen?.languages ?? [];
  const spokenLanguage = spoken.includes(language) ? language : spoken[0];
  /** Another wish is another request; the same one may be sent twice and counts once. */
  const renew = () => setAttempt(crypto.randomUUID());
  const waitWords = (service: (typeof found)[number]) =>
    service.wait ? format.aboutMinutes(service.wait.from, service.wait.to) : say('start.unstaffed');

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && spokenLanguage) start.mutate({ serviceId: chosen.id, language: spokenLanguage, attempt });
      }}
    >
      <TextField type="search" label={say('start.search')} autoFocus value={search} onChange={setSearch} />
      {services.isError && <Notice tone="bad" title={say(problemMessage(services.error))} />}
      {services.data && found.length === 0 && (
        <EmptyState icon={SearchX} title={say('start.none')}>
          {say('start.none.help')}
        </EmptyState>
      )}
      <div className={styles.services}>
        <RadioCards
          label={say('start.service')}
          isSingleColumn
          choices={found.map((service) => ({
            id: service.id,
            title: service.name[own],
            description: `${service.institution.name[own]} · ${waitWords(service)}`,
          }))}
          value={serviceId}
          onChange={(id) => {
            setServiceId(id);
            renew();
          }}
        />
      </div>
      {chosen && spokenLanguage && (
        <div className={styles.languages}>
          <ChoiceRows
            label={say('start.language')}
            choices={spoken.map((id) => ({ id, name: languageNames[id], lang: id }))}
            value={spokenLanguage}
            onChange={(id) => {
              setLanguage(id);
              renew();
            }}
          />
          {chosen.bring && <p className={styles.bring}>{say('start.bring', { what: chosen.bring[own] })}</p>}
        </div>
      )}
      {start.isError && <Notice tone="bad" title={say('start.failed')} todo={say(problemMessage(start.error))} />}
      <Button
        type="submit"
        icon={CirclePlay}
        variant="primary"
        isWide
        isDisabled={!chosen || !spokenLanguage}
        isPending={start.isPending}
      >
        {say('start.submit')}
      </Button>
    </form>
  );
}
