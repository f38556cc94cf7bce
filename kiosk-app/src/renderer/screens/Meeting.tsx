import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { ChevronRight } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { talkLanguage } from '../flow/services.ts';
import { BackButton } from '../frame/BackButton.tsx';
import { Screen } from '../frame/Screen.tsx';
import { useFlow, useParts } from '../kiosk/kiosk-context.tsx';
import { Fact, Facts } from './Facts.tsx';
import { Privacy } from './Privacy.tsx';
import { useChosenService } from './use-chosen-service.ts';
import { useWaitWords } from './use-wait-words.ts';

/** Who will see the citizen, what leaves the kiosk when, and what is recorded: before anything is. */
export function Meeting() {
  const say = useMessages();
  const { language } = useLanguage();
  const { kiosk } = useParts();
  const { startRequestId, signedIn } = useFlow();
  const waitWords = useWaitWords();
  const { service, isGone } = useChosenService();
  const talk = service && talkLanguage(service, language);
  return (
    <Screen
      name="meeting"
      question={say('meeting.question')}
      lede={startRequestId ? say('meeting.staffStarted') : undefined}
      info={
        service && (
          <Facts>
            <Fact term={say('meeting.specialistOf')} isMain>
              {service.institution.name[language]}
            </Fact>
            <Fact term={say('meeting.about')}>{service.name[language]}</Fact>
            <Fact term={say('meeting.wait')}>{service.wait ? waitWords(service.wait) : say('service.unstaffed')}</Fact>
            <Fact term={say('meeting.language')} hint={talk === language ? undefined : say('meeting.otherLanguage')}>
              {say(`language.${talk ?? language}`)}
            </Fact>
            {signedIn ? (
              <Fact term={say('identity.signedIn')}>{signedIn.name}</Fact>
            ) : (
              service.identity === 'checked' && (
                <Fact term={say('identity.needed')}>{say('identity.showDocument')}</Fact>
              )
            )}
            {service.bring && <Fact term={say('meeting.bring')}>{service.bring[language]}</Fact>}
          </Facts>
        )
      }
      back={<BackButton onPress={() => void kiosk.back()} />}
      onward={
        service && (
          <Button variant="primary" iconEnd={ChevronRight} onPress={() => kiosk.dispatch({ kind: 'meeting.agreed' })}>
            {say('continue')}
          </Button>
        )
      }
    >
      {isGone ? <Notice tone="warn" title={say('meeting.gone')} todo={say('meeting.goneTodo')} /> : <Privacy />}
    </Screen>
  );
}
