import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import type { DeskInvitation } from '@remote-clerk/shared/contracts/people.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { useMutation } from '@tanstack/react-query';
import { ExternalLink, UserRoundX, Video } from 'lucide-react';
import { useEffect } from 'react';
import { useConsole } from '../../app/context.ts';
import { deskKey } from '../../app/live/views.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { joinAddress } from '../call/people/JoinLink.tsx';
import styles from './Invitations.module.css';
import listStyles from './WaitingList.module.css';

/** Colleagues who ask one into their calls. */
export function Invitations({ invitations }: { readonly invitations: readonly DeskInvitation[] }) {
  const { signals } = useConsole();
  const asking = invitations.filter(({ state }) => state === 'invited').map(({ id }) => id);
  const latest = asking.at(-1);
  useEffect(() => {
    if (latest) signals.chime();
  }, [latest, signals]);
  return invitations.map((invitation) => (
    <InvitationCard key={invitation.id} invitation={invitation} isFirst={invitation.id === asking[0]} />
  ));
}

interface InvitationCardProps {
  readonly invitation: DeskInvitation;
  /** The keys answer this one. */
  readonly isFirst: boolean;
}

/** Whose call it is and what about. Whoever comes does so in a page of its own, beside the desk. */
function InvitationCard({ invitation, isFirst }: InvitationCardProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const { api, views, openPage } = useConsole();
  const { id, from, service, contactPoint, role, state } = invitation;
  const answer = useMutation({
    mutationFn: (coming: boolean) =>
      api.call(peopleRoutes.answerInvitation, { params: { invitationId: id }, body: { coming } }),
    onSuccess: ({ code, view }) => {
      if (code) openPage(joinAddress(code));
      views.reply(deskKey, view);
    },
  });
  const come = () => answer.mutate(true);
  const decline = () => answer.mutate(false);
  const isAsked = state === 'invited';
  useShortcut('J', say('invitation.come'), come, isFirst && !answer.isPending);
  useShortcut('Z', say('invitation.cannot'), decline, isFirst && isAsked && !answer.isPending);
  const code = answer.data?.code;
  return (
    <section
      className={styles.card}
      data-asks={isAsked}
      role={isAsked ? 'alert' : undefined}
      aria-label={say('invitation.label', { from })}
    >
      <h2 className={styles.title}>{say(isAsked ? 'invitation.label' : 'invitation.joined', { from })}</h2>
      <p className={listStyles.service}>{service[language]}</p>
      <p className={styles.facts}>
        {[
          contactPoint,
          languageNames[invitation.language],
          say('invitation.as', { role: say(`actor.${role}`).toLowerCase() }),
        ].join(' · ')}
      </p>
      <div className={styles.actions}>
        <Button
          icon={isAsked ? Video : ExternalLink}
          variant={isAsked ? 'primary' : 'secondary'}
          shortcut={isAsked && isFirst ? 'J' : undefined}
          isPending={answer.isPending && answer.variables}
          onPress={come}
        >
          {say(isAsked ? 'invitation.come' : 'invitation.again')}
        </Button>
        {isAsked && (
          <Button
            icon={UserRoundX}
            shortcut={isFirst ? 'Z' : undefined}
            isPending={answer.isPending && !answer.variables}
            onPress={decline}
          >
            {say('invitation.cannot')}
          </Button>
        )}
      </div>
      {/* Where the browser holds back a page that was not opened by the press itself. */}
      {code && (
        <a className={styles.link} href={joinAddress(code)} target="_blank" rel="noreferrer">
          {say('invitation.open')}
        </a>
      )}
      {answer.isError && (
        <Notice tone="bad" title={say('invitation.failed')} todo={say(problemMessage(answer.error))} />
      )}
    </section>
  );
}
