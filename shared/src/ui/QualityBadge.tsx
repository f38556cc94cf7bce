import { Wifi, WifiHigh, WifiLow, WifiOff } from 'lucide-react';
import { useCommonMessages } from '../i18n/use-messages.ts';
import { StatusBadge } from './StatusBadge.tsx';

export type ConnectionQuality = 'excellent' | 'good' | 'poor' | 'lost';

const looks = {
  excellent: { tone: 'good', icon: Wifi },
  good: { tone: 'good', icon: WifiHigh },
  poor: { tone: 'warn', icon: WifiLow },
  lost: { tone: 'bad', icon: WifiOff },
} as const;

/** The connection's quality in words. */
export function QualityBadge({ quality }: { readonly quality: ConnectionQuality }) {
  const say = useCommonMessages();
  return <StatusBadge {...looks[quality]}>{say(`quality.${quality}`)}</StatusBadge>;
}
