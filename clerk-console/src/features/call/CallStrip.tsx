import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { Undo2, Video } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CallStrip.module.css';

/** On other screens: the call goes on, and the way back to it. */
export function CallStrip({ current }: { readonly current: DeskConsultation }) {
  const say = useMessages();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const { clock } = useConsole();
  return (
    <div className={styles.strip} role="status" data-theme="dark">
      <Video aria-hidden="true" />
      <p className={styles.words}>
        {say('call.goes-on', { service: current.service.name[language] })}{' '}
        {current.liveAt && <ElapsedTime since={clock.toLocal(current.liveAt)} />}
      </p>
      <Button icon={Undo2} onPress={() => void navigate('/desk')}>
        {say('call.back')}
      </Button>
    </div>
  );
}
