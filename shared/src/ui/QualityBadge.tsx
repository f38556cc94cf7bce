import { SignalHigh, SignalLow, SignalMedium, SignalZero } from 'lucide-react';
import { useCommonMessages } from '../i18n/use-messages.ts';
import { StatusBadge } from './StatusBadge.tsx';

export type ConnectionQuality = 'excellent' | 'good' | 'poor' | 'lost';

const looks = {
  excellent: { tone: 'good', icon: SignalHigh },
  good: { tone: 'good', icon: SignalMedium },
  poor: { tone: 'warn', icon: SignalLow },
  lost: { tone: 'bad', icon: SignalZero },
} as const;

/** The connection's quality in words. */
export function QualityBadge({ quality }: { readonly quality: ConnectionQuality }) {
  const say = useCommonMessages();
  return <StatusBadge {...looks[quality]}>{say(`quality.${quality}`)}</StatusBadge>;
}
