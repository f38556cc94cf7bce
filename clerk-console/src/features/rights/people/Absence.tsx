import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Pencil, Save } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { NumberBox } from '../../schedules/fields/NumberBox.tsx';
import { Failed } from '../parts/Failed.tsx';
import page from '../Rights.module.css';
import { useRightsCommand, useRightsSettings } from '../rights-queries.ts';

const { min, max } = { min: 30, max: 730 };

/** After how long without signing in rights end by themselves, and how to change that. */
export function Absence() {
  const say = useMessages();
  const { api } = useConsole();
  const settings = useRightsSettings();
  const [days, setDays] = useState<number | null>(null);
  const [isChanging, setIsChanging] = useState(false);
  const change = useRightsCommand(
    (absenceDays: number) => api.call(rightsRoutes.changeRightsSettings, { body: { absenceDays } }),
    () => setIsChanging(false),
  );
  if (!settings.data) return null;
  const { absenceDays } = settings.data;
  if (!isChanging) {
    return (
      <div className={page.tools}>
        <span className={page.soft}>{say('rights.absence', { days: absenceDays })}</span>
        <Button
          variant="quiet"
          icon={Pencil}
          onPress={() => {
            setDays(absenceDays);
            setIsChanging(true);
          }}
        >
          {say('rights.absence.change')}
        </Button>
      </div>
    );
  }
  const isRight = days !== null && days >= min && days <= max;
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) change.mutate(days);
      }}
    >
      <NumberBox
        label={say('rights.absence.days')}
        description={say('rights.absence.help')}
        min={min}
        max={max}
        value={days}
        onChange={setDays}
        {...(!isRight && { error: say('rights.absence.wrong', { min, max }) })}
      />
      <Failed error={change.error} />
      <div className={page.tools}>
        <Button type="submit" icon={Save} isPending={change.isPending}>
          {say('rights.save')}
        </Button>
        <Button variant="quiet" onPress={() => setIsChanging(false)}>
          {say('rights.cancel')}
        </Button>
      </div>
    </form>
  );
}
