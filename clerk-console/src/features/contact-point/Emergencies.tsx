import { operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import type { ContactPointKiosk } from '@remote-clerk/shared/contracts/views.ts';
import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { useMutation } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './Emergencies.module.css';

/**
 * A specialist needs somebody at a kiosk at once: across the whole screen, in the tab's title and as a notification, and
 * loud until somebody says that they are there.
 */
export function Emergencies({ kiosks }: { readonly kiosks: readonly ContactPointKiosk[] }) {
  const say = useMessages();
  const { api, signals, clock } = useConsole();
  const urgent = kiosks
    .filter(({ emergencyAt }) => emergencyAt !== null)
    .toSorted((a, b) => (a.emergencyAt ?? '').localeCompare(b.emergencyAt ?? ''));
  const answer = useMutation({
    mutationFn: (kioskId: KioskId) => api.call(operationsRoutes.answerEmergency, { params: { kioskId } }),
  });
  const [first] = urgent;
  const calls = urgent.map(({ id, emergencyAt }) => `${id} ${emergencyAt}`).join();
  const sound = useEffectEvent(() =>
    first
      ? signals.alarm({
          title: say('emergency.page-title', { kiosk: first.name }),
          body: say('emergency.words'),
        })
      : undefined,
  );
  useEffect(() => (calls ? sound() : undefined), [calls]);
  useShortcut('E', say('emergency.there'), () => first && answer.mutate(first.id), first !== undefined);
  return (
    <div role="alert" className={styles.emergencies}>
      {urgent.map((kiosk, index) => (
        <div key={kiosk.id} className={styles.emergency} data-testid="emergency">
          <Siren aria-hidden="true" />
          <div className={styles.words}>
            <p className={styles.title}>
              {say('emergency.title', { kiosk: kiosk.name })}{' '}
              {kiosk.emergencyAt && <ElapsedTime since={clock.toLocal(kiosk.emergencyAt)} />}
            </p>
            <p>{say('emergency.words')}</p>
          </div>
          <Button
            shortcut={index === 0 ? 'E' : undefined}
            isPending={answer.isPending && answer.variables === kiosk.id}
            pendingLabel={say('emergency.answering')}
            onPress={() => answer.mutate(kiosk.id)}
          >
            {say('emergency.there')}
          </Button>
        </div>
      ))}
      {answer.isError && <Notice tone="bad" title={say(problemMessage(answer.error))} />}
    </div>
  );
}
