import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import {
  Baby,
  Briefcase,
  HeartPulse,
  House,
  IdCard,
  type LucideIcon,
  PiggyBank,
  ReceiptText,
  Store as Shop,
} from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { type Topic, topics } from '../flow/services.ts';
import { BackButton } from '../frame/BackButton.tsx';
import { Screen } from '../frame/Screen.tsx';
import { ChoiceCard } from './ChoiceCard.tsx';
import cards from './cards.module.css';

const icons: Readonly<Record<Topic, LucideIcon>> = {
  family: Baby,
  pension: PiggyBank,
  health: HeartPulse,
  work: Briefcase,
  taxes: ReceiptText,
  documents: IdCard,
  property: House,
  business: Shop,
};

interface ChooseTopicProps {
  readonly services: readonly OfferedService[];
  readonly onChoose: (topic: Topic) => void;
  readonly onBack: () => void;
}

/** For those who don't know what a service is called: what happens in one's life. */
export function ChooseTopic({ services, onChoose, onBack }: ChooseTopicProps) {
  const say = useMessages();
  const offered = topics.filter((topic) => services.some((service) => service.topic === topic));
  return (
    <Screen
      name="service"
      isFull
      question={say('topic.question')}
      lede={say('topic.lede')}
      back={<BackButton onPress={onBack} />}
    >
      <ul className={cards.cards}>
        {offered.map((topic) => (
          <li key={topic}>
            <ChoiceCard
              icon={icons[topic]}
              title={say(`topic.${topic}`)}
              hint={say(`topic.${topic}.hint`)}
              onPress={() => onChoose(topic)}
            />
          </li>
        ))}
      </ul>
    </Screen>
  );
}
