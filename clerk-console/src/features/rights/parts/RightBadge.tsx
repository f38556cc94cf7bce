import type { Right } from '@remote-clerk/shared/contracts/rights.ts';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { endsSoon } from './term.ts';

const tones: Record<Right['state'] | 'soon', Tone> = {
  coming: 'info',
  effective: 'good',
  soon: 'warn',
  expired: 'neutral',
  withdrawn: 'bad',
};

/** Whether a right is held, and whether not for much longer. */
export function RightBadge({ right: { state, validUntil } }: { readonly right: Right }) {
  const say = useMessages();
  const { clock } = useConsole();
  const shown = state === 'effective' && endsSoon(validUntil, clock.now()) ? 'soon' : state;
  return <StatusBadge tone={tones[shown]}>{say(`rights.state.${shown}`)}</StatusBadge>;
}
