import type { AuditEntry, AuditFilter } from '@remote-clerk/shared/contracts/http/audit.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Select } from '@remote-clerk/shared/ui/Select.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import costs from '../costs/CostsScreen.module.css';

interface RecordFilterProps {
  readonly filter: AuditFilter;
  /** Whom one can choose: everyone who stands in what was read. */
  readonly seen: readonly AuditEntry[];
  readonly onSearch: (filter: AuditFilter) => void;
}

const dayMs = 86_400_000;
/** The beginning of a day here. */
const startOf = (day: string, days = 0) => instantFrom(new Date(`${day}T00:00`).getTime() + days * dayMs);
const actionForm = /^[a-z.-]{1,60}$/;

/** What is looked for in the record; all of it must be so. */
export function RecordFilter({ filter, seen, onSearch }: RecordFilterProps) {
  const say = useMessages();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [action, setAction] = useState('');
  const [caseNumber, setCaseNumber] = useState('');
  const [actor, setActor] = useState('any');
  const [result, setResult] = useState<'any' | 'done' | 'refused'>('any');

  const people = new Map(
    seen.flatMap(({ actor: { kind, id, name } }) => (kind === 'staff' && id && name ? [[id, name] as const] : [])),
  );
  if (filter.actor && !people.has(filter.actor)) people.set(filter.actor, filter.actor);
  const isActionWrong = action !== '' && !actionForm.test(action);

  const search = () =>
    onSearch({
      ...(from && { from: startOf(from) }),
      ...(until && { until: startOf(until, 1) }),
      ...(action && { action }),
      ...(caseNumber.trim() && { caseNumber: caseNumber.trim() }),
      ...(actor !== 'any' && { actor }),
      ...(result !== 'any' && { result }),
    });
  return (
    <form
      className={costs.wish}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isActionWrong) search();
      }}
    >
      <TextField label={say('record.from')} type="date" value={from} onChange={setFrom} />
      <TextField label={say('record.until')} type="date" value={until} onChange={setUntil} />
      <Select
        label={say('column.actor')}
        items={[{ id: 'any', label: say('record.any-actor') }, ...[...people].map(([id, label]) => ({ id, label }))]}
        value={actor}
        onChange={setActor}
      />
      <TextField
        label={say('column.action')}
        value={action}
        onChange={setAction}
        placeholder="service-case.read"
        error={isActionWrong ? say('record.action.wrong') : undefined}
      />
      <TextField label={say('record.case')} value={caseNumber} onChange={setCaseNumber} />
      <Select
        label={say('column.result')}
        items={(['any', 'done', 'refused'] as const).map((id) => ({
          id,
          label: id === 'any' ? say('record.any-result') : say(`audit.${id}`),
        }))}
        value={result}
        onChange={setResult}
      />
      <Button type="submit" variant="primary" icon={Search}>
        {say('record.look')}
      </Button>
    </form>
  );
}
