import type { PublicService } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { scheduleRoutes } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { Skill } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { Switch } from '@remote-clerk/shared/ui/Switch.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Save } from 'lucide-react';
import { useState } from 'react';
import { useConsole } from '../../../app/context.ts';
import { problemMessage } from '../../../app/problems.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { ChannelChoice } from '../fields/ChannelChoice.tsx';
import { NumberBox } from '../fields/NumberBox.tsx';
import styles from './Terms.module.css';

const bounds = {
  minutes: { min: 1, max: 480 },
  bufferBefore: { min: 0, max: 120 },
  bufferAfter: { min: 0, max: 120 },
} as const;

/** How long one service takes, through which channels, with whom and with what it is booked. */
export function TermsForm({ service }: { readonly service: PublicService }) {
  const say = useMessages();
  const { api } = useConsole();
  const cache = useQueryClient();
  const { minutes, bufferBefore, bufferAfter, channels, needsDocumentCamera, identity } = service;
  const [times, setTimes] = useState<Record<keyof typeof bounds, number | null>>({
    minutes,
    bufferBefore,
    bufferAfter,
  });
  const [rest, setRest] = useState({ channels, needsDocumentCamera, identity });
  const [skill, setSkill] = useState(service.skill ?? '');
  const body = scheduleRoutes.setBookingTerms.body.safeParse({ ...times, ...rest, skill: skill.trim() || null });
  const save = useMutation({
    mutationFn: (terms: NonNullable<typeof body.data>) =>
      api.call(scheduleRoutes.setBookingTerms, { params: { serviceId: service.id }, body: terms }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['organisation', 'services'] }),
  });
  const labels = {
    minutes: say('schedules.terms.minutes'),
    bufferBefore: say('schedules.limits.before'),
    bufferAfter: say('schedules.limits.after'),
  };
  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (body.success) save.mutate(body.data);
      }}
    >
      <div className={styles.fields}>
        {(['minutes', 'bufferBefore', 'bufferAfter'] as const).map((name) => (
          <NumberBox
            key={name}
            label={labels[name]}
            {...bounds[name]}
            value={times[name]}
            onChange={(value) => {
              setTimes({ ...times, [name]: value });
              save.reset();
            }}
            {...(times[name] === null && { error: say('schedules.terms.invalid', bounds[name]) })}
          />
        ))}
      </div>
      <ChannelChoice
        label={say('schedules.block.channels')}
        value={rest.channels}
        onChange={(next) => {
          setRest({ ...rest, channels: next });
          save.reset();
        }}
      />
      {rest.channels.length === 0 && <p>{say('schedules.terms.walk-in-only')}</p>}
      <TextField
        label={say('schedules.terms.skill')}
        isOptional
        value={skill}
        onChange={(next) => {
          setSkill(next);
          save.reset();
        }}
        {...(skill.trim() && !Skill.safeParse(skill.trim()).success
          ? { error: say('schedules.terms.skill.help') }
          : { description: say('schedules.terms.skill.help') })}
      />
      <Switch
        isSelected={rest.needsDocumentCamera}
        onChange={(needs) => {
          setRest({ ...rest, needsDocumentCamera: needs });
          save.reset();
        }}
      >
        {say('schedules.terms.camera')}
      </Switch>
      <Switch
        isSelected={rest.identity === 'checked'}
        onChange={(needs) => {
          setRest({ ...rest, identity: needs ? 'checked' : 'none' });
          save.reset();
        }}
      >
        {say('identity.needed')}
      </Switch>
      {save.isError && (
        <Notice tone="bad" title={say('schedules.change.failed')} todo={say(problemMessage(save.error))} />
      )}
      {save.isSuccess && <Notice tone="good" title={say('schedules.change.saved')} />}
      <div>
        <Button type="submit" icon={Save} variant="primary" isDisabled={!body.success} isPending={save.isPending}>
          {say('schedules.change.save')}
        </Button>
      </div>
    </form>
  );
}
