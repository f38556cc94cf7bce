import { useBooking } from '../booking-context.tsx';
import type { ContactFaults } from '../flow/contact.ts';
import { TextInput } from './TextInput.tsx';

/** Name, e-mail and telephone; what is wrong stands at each of them. */
export function ContactFields({ faults }: { readonly faults: ContactFaults }) {
  const { say, draft, contact, type } = useBooking();
  const isCall = draft.channel === 'telephone';
  const error = (key: ContactFaults[keyof ContactFaults]) => (key ? say(key) : undefined);
  return (
    <>
      <TextInput
        name="name"
        label={say('details.name')}
        autoComplete="name"
        maxLength={120}
        value={contact.name}
        error={error(faults.name)}
        onChange={(name) => type({ ...contact, name })}
      />
      <TextInput
        name="email"
        type="email"
        label={say('details.email')}
        description={say('details.emailHelp')}
        autoComplete="email"
        maxLength={200}
        isOptional={isCall}
        value={contact.email}
        error={error(faults.email)}
        onChange={(email) => type({ ...contact, email })}
      />
      <TextInput
        name="phone"
        type="tel"
        label={say('details.phone')}
        description={say(isCall ? 'details.phoneCall' : 'details.phoneHelp')}
        autoComplete="tel"
        maxLength={21}
        isOptional={!isCall}
        value={contact.phone}
        error={error(faults.phone)}
        onChange={(phone) => type({ ...contact, phone })}
      />
    </>
  );
}
