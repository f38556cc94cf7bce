import { useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';

/** What is typed into a form of texts and switches, and what is said of wrong fields. */
export function useForm<Draft extends object>(begin: () => Draft) {
  const say = useMessages();
  const [draft, setDraft] = useState(begin);
  const change = <Field extends keyof Draft>(field: Field, value: Draft[Field]) =>
    setDraft((before) => ({ ...before, [field]: value }));
  return {
    draft,
    change,
    /** What a field of the form takes beside its label. */
    field: <Field extends keyof Draft>(name: Field, wrong: ReadonlySet<string>, path = String(name)) => ({
      value: draft[name],
      onChange: (value: Draft[Field]) => change(name, value),
      error: [...wrong].some((one) => one === path || one.startsWith(`${path}.`))
        ? say('sign-in-settings.wrong')
        : undefined,
    }),
  };
}
