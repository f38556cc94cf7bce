import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMutation } from '@tanstack/react-query';
import { Check, Copy, ExternalLink, Link, Tv } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './DisplayLink.module.css';

/** The waiting room's screen: an address of its own, made anew whenever it is asked for. */
export function DisplayLink({ contactPointId }: { readonly contactPointId: ContactPointId }) {
  const say = useMessages();
  const { api } = useConsole();
  const [isCopied, setIsCopied] = useState(false);
  const create = useMutation({
    mutationFn: () => api.call(queueRoutes.createDisplayLink, { params: { contactPointId }, body: {} }),
  });
  const address = create.data?.address;
  return (
    <DialogTrigger>
      <AriaButton className={styles.button ?? ''}>
        <Tv aria-hidden="true" />
        {say('display.title')}
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={say('display.title')}>
          <p>{say('display.help')}</p>
          {create.isError && (
            <Notice tone="bad" title={say('display.failed')} todo={say(problemMessage(create.error))} />
          )}
          {address ? (
            <>
              <TextField label={say('display.address')} value={address} isReadOnly />
              <div className={styles.actions}>
                <Button
                  icon={isCopied ? Check : Copy}
                  onPress={() => {
                    void navigator.clipboard.writeText(address).then(() => setIsCopied(true));
                  }}
                >
                  {say(isCopied ? 'display.copied' : 'display.copy')}
                </Button>
                <Button icon={ExternalLink} onPress={() => window.open(address, '_blank', 'noopener')}>
                  {say('display.open')}
                </Button>
              </div>
            </>
          ) : (
            <Button icon={Link} isPending={create.isPending} onPress={() => create.mutate()}>
              {say('display.create')}
            </Button>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
