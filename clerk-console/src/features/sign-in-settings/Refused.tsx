import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { isProblem, problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';

/** Why settings were not kept. */
export function Refused({ error }: { readonly error: unknown }) {
  const say = useMessages();
  if (!error) return null;
  if (isProblem(error, 'conflict')) return <Notice tone="bad" title={say('sign-in-settings.domain-taken')} />;
  if (isProblem(error, 'invalid-request')) {
    const needsSecret = error.fields.some(({ pointer }) => pointer === '/body/bindPassword');
    return (
      <Notice tone="bad" title={say(needsSecret ? 'sign-in-settings.secret.needed' : 'sign-in-settings.incomplete')} />
    );
  }
  return <Notice tone="bad" title={say(problemMessage(error))} />;
}
