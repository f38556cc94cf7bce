import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Clock } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceCard } from './ChoiceCard.tsx';
import styles from './ServiceCard.module.css';
import { useOpensWords } from './use-opens-words.ts';
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
  const opensWords = useOpensWords();
  const away = service.opensAt ? opensWords(service.opensAt) : say('service.unstaffed');
  const facts = (
    <>
      <StatusBadge tone={service.staffed ? 'good' : 'warn'}>
        {service.staffed ? say('service.staffed') : away}
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
