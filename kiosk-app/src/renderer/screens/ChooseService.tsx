import type { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { EmptyState } from '@remote-clerk/shared/ui/EmptyState.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { ChevronDown, Compass, LoaderCircle, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { groupServices, searchServices, situationOf, soonest, type Topic } from '../flow/services.ts';
import { BackButton } from '../frame/BackButton.tsx';
import { Screen } from '../frame/Screen.tsx';
import { Keyboard } from '../keyboard/Keyboard.tsx';
import { useFlow, useParts, useStore } from '../kiosk/kiosk-context.tsx';
import styles from './ChooseService.module.css';
import { ChooseTopic } from './ChooseTopic.tsx';
import cards from './cards.module.css';
import { SearchBox } from './SearchBox.tsx';
import { ServiceCard } from './ServiceCard.tsx';

/** So many at first, so that nobody has to read a catalogue. */
const atFirst = 6;

/** What it is about: from the list, by searching, or by what happens in one's life. */
export function ChooseService() {
  const say = useMessages();
  const { language } = useLanguage();
  const { kiosk, services: offered } = useParts();
  const { services: all, failed } = useStore(offered);
  const { purpose } = useFlow();
  const services = all && (purpose === 'book' ? all.filter(({ bookable }) => bookable) : all);
  const [query, setQuery] = useState('');
  const [isTyping, setIsTyping] = useState(false);
  const [topic, setTopic] = useState<Topic | 'choosing' | null>(null);
  const [showsAll, setShowsAll] = useState(false);

  if (topic === 'choosing') {
    return (
      <ChooseTopic
        services={services ?? []}
        onChoose={(chosen) => {
          setTopic(chosen);
          setQuery('');
        }}
        onBack={() => setTopic(null)}
      />
    );
  }

  const inTopic = (services ?? []).filter((service) => topic === null || service.topic === topic);
  const found = searchServices(inTopic, query);
  const shown = showsAll ? found : soonest(found, atFirst);
  const left = found.length - shown.length;
  const choose = (service: OfferedService) =>
    kiosk.dispatch({
      kind: 'service.chosen',
      serviceId: service.id,
      waitsLong: situationOf(service) !== 'short',
      needsIdentity: service.identity === 'checked',
    });

  return (
    <Screen
      name="service"
      isFull
      question={topic ? say(`topic.${topic}`) : say('service.question')}
      info={
        failed && !services ? (
          <Notice tone="warn" title={say('service.failed')} doing={say('service.failedDoing')} />
        ) : undefined
      }
      back={<BackButton onPress={() => (topic ? setTopic('choosing') : void kiosk.back())} />}
      onward={
        topic && (
          <Button variant="quiet" onPress={() => setTopic(null)}>
            {say('service.all')}
          </Button>
        )
      }
    >
      {!topic && (
        <div className={styles.ways}>
          <SearchBox value={query} onChange={setQuery} onTyping={setIsTyping} />
          <Button icon={Compass} onPress={() => setTopic('choosing')}>
            {say('service.helpChoose')}
          </Button>
        </div>
      )}
      {services === null && !failed && (
        <p className={styles.loading} role="status">
          <LoaderCircle aria-hidden="true" /> {say('service.loading')}
        </p>
      )}
      <div className={styles.groups}>
        {groupServices(shown, language).map((group) => (
          <section key={group.institution.id} className={styles.group}>
            <h2 className={styles.institution}>{group.institution.name[language]}</h2>
            <ul className={cards.cards}>
              {group.services.map((service) => (
                <li key={service.id}>
                  <ServiceCard service={service} onPress={() => choose(service)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {services !== null && found.length === 0 && (
          <EmptyState icon={SearchX} title={say('service.none')}>
            {say('service.noneTodo')}
          </EmptyState>
        )}
        {left > 0 && (
          <Button isWide icon={ChevronDown} onPress={() => setShowsAll(true)}>
            {say('service.more', { n: left })}
          </Button>
        )}
      </div>
      {isTyping && !topic && (
        <Keyboard
          language={language}
          onKey={(key) => setQuery((text) => text + key)}
          onDelete={() => setQuery((text) => text.slice(0, -1))}
        />
      )}
      <p className="visually-hidden" role="status">
        {query && say('service.found', { n: found.length })}
      </p>
    </Screen>
  );
}
