import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Clock } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceCard } from './ChoiceCard.tsx';
import styles from './ServiceCard.module.css';
import { useWaitWords } from './use-wait-words.ts';

interface ServiceCardProps {
  readonly service: OfferedService;
  readonly onPress: () => void;
}

/** A service: what it is, whether somebody serves it now, and how long one waits. */
export function ServiceCard({ service, onPress }: ServiceCardProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const waitWords = useWaitWords();
  const facts = (
    <>
      <StatusBadge tone={service.staffed ? 'good' : 'warn'}>
        {say(service.staffed ? 'service.staffed' : 'service.unstaffed')}
      </StatusBadge>
      {service.wait && (
        <span className={styles.wait}>
          <Clock aria-hidden="true" />
          {waitWords(service.wait)}
        </span>
      )}
    </>
  );
  return (
    <ChoiceCard title={service.name[language]} hint={service.description[language]} facts={facts} onPress={onPress} />
  );
}
