import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import type { Invitation } from '@remote-clerk/shared/contracts/people.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useMutation } from '@tanstack/react-query';
import { HandHelping, UserMinus } from 'lucide-react';
import { AskOnce } from '../../../app/AskOnce.tsx';
import { useConsole } from '../../../app/context.ts';
import { deskKey } from '../../../app/live/views.ts';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { useCallCommand } from '../use-call-command.ts';
import styles from './People.module.css';

interface PersonRowProps {
  readonly person: Invitation;
  readonly consultation: DeskConsultation;
}

const tones = {
  invited: 'info',
  joined: 'good',
  left: 'neutral',
  declined: 'warn',
  withdrawn: 'neutral',
  expired: 'warn',
} as const satisfies Record<Invitation['state'], Tone>;

/** One who was asked: whether they come, and what can be done about it. */
export function PersonRow({ person, consultation }: PersonRowProps) {
  const say = useMessages();
  const { api, views } = useConsole();
  const { id, name, role, language, state } = person;
  const withdraw = useCallCommand((to) => to.call(peopleRoutes.withdrawInvitation, { params: { invitationId: id } }));
  const handOver = useMutation({
    mutationFn: () =>
      api.call(peopleRoutes.handOver, { params: { consultationId: consultation.id }, body: { invitationId: id } }),
    onSuccess: (view) => views.reply(deskKey, view),
  });
  const error = withdraw.error ?? handOver.error;
  const isThere = state === 'joined';
  return (
    <li className={styles.row}>
      <p className={styles.who}>
        <span className={styles.name}>{name}</span>
        <span className={styles.role}>
          {say(`actor.${role}`)}
          {language && ` · ${languageNames[language]}`}
        </span>
      </p>
      <StatusBadge tone={tones[state]}>{say(`call.person.${state}`)}</StatusBadge>
      {isThere && role === 'colleague' && (
        <AskOnce
          icon={HandHelping}
          label={say('call.hand-over')}
          question={say('call.hand-over.question', { name })}
          yes={say('call.hand-over.yes')}
          no={say('call.cancel')}
          isPending={handOver.isPending}
          onYes={() => handOver.mutate()}
        />
      )}
      {(isThere || state === 'invited') && (
        <AskOnce
          icon={UserMinus}
          label={say(isThere ? 'call.send-out' : 'call.withdraw')}
          question={say(isThere ? 'call.send-out.question' : 'call.withdraw.question', { name })}
          yes={say(isThere ? 'call.send-out' : 'call.withdraw')}
          no={say('call.cancel')}
          isPending={withdraw.isPending}
          onYes={() => withdraw.mutate()}
        />
      )}
      {error && <Notice tone="bad" title={say('call.person.failed')} todo={say(problemMessage(error))} />}
    </li>
  );
}
