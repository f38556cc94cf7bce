import type { CallQuality } from '@remote-clerk/shared/contracts/quality.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { type ConnectionQuality, QualityBadge } from '@remote-clerk/shared/ui/QualityBadge.tsx';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './QualityDetails.module.css';

interface QualityDetailsProps {
  readonly quality: ConnectionQuality;
  readonly figures: CallQuality | null;
}

const milliseconds = { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 } as const;
const percent = { style: 'unit', unit: 'percent', maximumFractionDigits: 1 } as const;
const plain = { maximumFractionDigits: 0 } as const;

/** Each figure as it is written. */
const measures = {
  roundTripMs: milliseconds,
  packetLossPercent: percent,
  jitterMs: milliseconds,
  framesPerSecond: plain,
  freezes: plain,
  concealmentPercent: percent,
} as const satisfies Partial<Record<keyof CallQuality, Intl.NumberFormatOptions>>;
const names = [
  'roundTripMs',
  'packetLossPercent',
  'jitterMs',
  'framesPerSecond',
  'freezes',
  'concealmentPercent',
] as const;

/** The connection in a word; its figures for who wants them. */
export function QualityDetails({ quality, figures }: QualityDetailsProps) {
  const say = useMessages();
  const { language } = useLanguage();
  return (
    <DialogTrigger>
      <Button className={styles.button ?? ''}>
        <span className="visually-hidden">{say('call.quality')}</span>
        <QualityBadge quality={quality} />
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={say('call.quality')}>
          <dl className={styles.figures}>
            {names.map((name) => {
              const value = figures?.[name] ?? null;
              return (
                <div key={name}>
                  <dt>{say(`call.quality.${name}`)}</dt>
                  <dd>{value === null ? '—' : new Intl.NumberFormat(language, measures[name]).format(value)}</dd>
                </div>
              );
            })}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
