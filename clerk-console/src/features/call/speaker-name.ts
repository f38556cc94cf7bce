import type { CallRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { SayConsole } from '../../messages/use-messages.ts';

/** What somebody is called in words: a citizen's name is nowhere, what stands there is the contact point. */
export const speakerName = (say: SayConsole, { role, name }: { role: CallRole; name: string }) =>
  role === 'citizen' ? say('actor.citizen') : name;
