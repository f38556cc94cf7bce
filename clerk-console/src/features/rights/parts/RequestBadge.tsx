import type { RequestState } from '@remote-clerk/shared/domain/rights.ts';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useMessages } from '../../../messages/use-messages.ts';

const tones: Record<RequestState, Tone> = {
  asked: 'info',
  approved: 'info',
  effective: 'good',
  refused: 'bad',
  withdrawn: 'neutral',
  expired: 'neutral',
};

export function RequestBadge({ state }: { readonly state: RequestState }) {
  const say = useMessages();
  return <StatusBadge tone={tones[state]}>{say(`rights.request.${state}`)}</StatusBadge>;
}
