import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { problemMessage } from '../../../app/problems.ts';
import { type MessageKey, useMessages } from '../../../messages/use-messages.ts';

interface FailedProps {
  readonly error: unknown;
  /** What these problems mean here. */
  readonly means?: Partial<Record<ProblemType, MessageKey>>;
}

/** A command about rights was refused: why, and what to do. Nothing when there is no error. */
export function Failed({ error, means = {} }: FailedProps) {
  const say = useMessages();
  if (!error) return null;
  const here = error instanceof ProblemError ? means[error.type] : undefined;
  return <Notice tone="bad" title={say('rights.failed')} todo={say(here ?? problemMessage(error))} />;
}
