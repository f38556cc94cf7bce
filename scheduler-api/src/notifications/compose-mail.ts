import { showCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import { createSay } from '@remote-clerk/shared/i18n/create-say.ts';
import { createFormat } from '@remote-clerk/shared/i18n/format.ts';
import type { AppointmentFacts } from './appointment-facts-repository.ts';
import { messages } from './messages/messages.ts';
import type { MessageKind } from './outbox-repository.ts';
import { renderHtml, renderText } from './render-mail.ts';

/**
 * What one message says, in the citizen's language. The subject may be read on a locked screen by anyone: it says when,
 * never who or why.
 * @param publicOrigin where the citizen finds the page to change or cancel. The code is in the link's fragment, which no
 *   server is sent
 */
export function composeMail(facts: AppointmentFacts, kind: MessageKind, publicOrigin: string) {
  const { language, contactPoint, code } = facts;
  const say = createSay(messages[language], language);
  const format = createFormat(language, contactPoint?.timeZone);
  const when = format.dateTime(facts.startsAt);
  const length = format.duration(millisecondsBetween(facts.startsAt, facts.endsAt) / 1000);
  const cancelled = kind === 'cancellation';
  const forYou = facts.cancelReason === 'institution' || facts.cancelReason === 'contact-point';
  const name = greetedName(facts.citizenName);

  const details: [label: string, value: string][] = [
    [say('when'), say('when.length', { when, length })],
    [say('service'), facts.service[language]],
    [say('institution'), facts.institution[language]],
    [say('specialist'), facts.specialistName],
    [say('where'), contactPoint ? `${contactPoint.name}, ${contactPoint.address}` : say('where.telephone')],
  ];
  if (facts.bring) details.push([say('bring'), facts.bring[language]]);
  details.push([say('code'), showCode(code)]);

  const letter = {
    language,
    greeting: name === null ? say('greeting') : say('greeting.name', { name }),
    lead: say(cancelled && forYou ? 'lead.cancelledForYou' : `lead.${kind}`),
    details: cancelled ? details.slice(0, 3) : details,
    notes: cancelled ? [] : [say(`how.${facts.channel}`), say('manage.why')],
    link: cancelled
      ? { text: say('again'), url: `${publicOrigin}/booking/` }
      : { text: say('manage'), url: `${publicOrigin}/booking/#/${code}` },
    footer: say('automatic'),
  };
  return { subject: say(`subject.${kind}`, { when }), text: renderText(letter), html: renderHtml(letter) };
}

/**
 * The name to greet by, or null for what does not look like one. Anyone may book under any name and anyone's address:
 * what is typed must not become a message to a stranger, with a link in it.
 */
function greetedName(name: string): string | null {
  const looksLikeOne = /^[\p{L}\p{M}'’`,. ()-]{1,80}$/u.test(name) && !/\.[\p{L}\p{M}]/u.test(name);
  return looksLikeOne ? name : null;
}
