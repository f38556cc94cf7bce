import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { ContactPointKiosk } from '@remote-clerk/shared/contracts/views.ts';
import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { useMutation } from '@tanstack/react-query';
import { Footprints, Hand } from 'lucide-react';
import { useEffect } from 'react';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './HelpRequests.module.css';

/** Milliseconds between two reminders while somebody waits for help. */
const remindMs = 15_000;

interface HelpRequestsProps {
  /** Those that asked for help, the first one first. */
  readonly kiosks: readonly ContactPointKiosk[];
}

/** Who calls for the clerk; heard once at once, and again for as long as nobody goes. */
export function HelpRequests({ kiosks }: HelpRequestsProps) {
  const say = useMessages();
  const { api, signals } = useConsole();
  const answer = useMutation({
    mutationFn: (kioskId: KioskId) => api.call(routes.answerHelp, { params: { kioskId } }),
  });
  const calls = kiosks.map(({ id, helpRequestedAt }) => `${id} ${helpRequestedAt}`).join();
  useEffect(() => {
    if (!calls) return;
    signals.chime();
    const reminding = setInterval(signals.chime, remindMs);
    return () => clearInterval(reminding);
  }, [calls, signals]);
  const [first] = kiosks;
  useShortcut('H', say('help.on-my-way'), () => first && answer.mutate(first.id), first !== undefined);

  return (
    <div role="alert" className={styles.requests}>
      {kiosks.map((kiosk, index) => (
        <Request
          key={kiosk.id}
          kiosk={kiosk}
          shortcut={index === 0 ? 'H' : undefined}
          isPending={answer.isPending && answer.variables === kiosk.id}
          onAnswer={() => answer.mutate(kiosk.id)}
        />
      ))}
      {answer.isError && <Notice tone="bad" title={say(problemMessage(answer.error))} />}
    </div>
  );
}

interface RequestProps {
  readonly kiosk: ContactPointKiosk;
  readonly shortcut: string | undefined;
  readonly isPending: boolean;
  readonly onAnswer: () => void;
}

function Request({ kiosk, shortcut, isPending, onAnswer }: RequestProps) {
  const say = useMessages();
  const { clock } = useConsole();
  return (
    <div className={styles.request}>
      <Hand aria-hidden="true" />
      <p className={styles.words}>
        <strong>{say('help.wanted', { kiosk: kiosk.name })}</strong>{' '}
        {kiosk.helpRequestedAt && <ElapsedTime since={clock.toLocal(kiosk.helpRequestedAt)} />}
      </p>
      <Button icon={Footprints} variant="primary" shortcut={shortcut} isPending={isPending} onPress={onAnswer}>
        {say('help.on-my-way')}
      </Button>
    </div>
  );
}
