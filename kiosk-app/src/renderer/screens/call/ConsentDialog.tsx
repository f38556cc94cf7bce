import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Dialog } from '@remote-clerk/shared/ui/Dialog.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import { useParts, useStore } from '../../kiosk/kiosk-context.tsx';

/** The specialist asks for something of the kiosk's: nothing happens without a yes. */
export function ConsentDialog() {
  const say = useMessages();
  const { talk } = useParts();
  const { question } = useStore(talk.consents);
  const what = question?.isPicture ? 'picture' : (question?.consent ?? 'document');
  return (
    <Dialog
      isAlert
      isOpen={question !== null}
      title={say(`consent.${what}`)}
      actions={
        <>
          <Button onPress={() => talk.consents.reply(false)}>{say('consent.deny')}</Button>
          <Button variant="primary" autoFocus onPress={() => talk.consents.reply(true)}>
            {say('consent.allow')}
          </Button>
        </>
      }
    >
      <p>{say(`consent.${what}Words`, { name: question?.name ?? '' })}</p>
      <p>{say('consent.once')}</p>
    </Dialog>
  );
}
