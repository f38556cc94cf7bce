import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { isProblem } from './problems.ts';

interface CommandOptions<Input, Reply> {
  readonly onSuccess?: (reply: Reply, input: Input) => void;
  readonly onError?: (error: unknown, input: Input) => void;
}

/**
 * A command that must count once: pressed again after no answer came, it goes out with the same idempotency key; after an
 * answer, whichever, the next one is another command.
 */
export function useCommand<Input, Reply>(
  send: (input: Input, idempotencyKey: string) => Promise<Reply>,
  { onSuccess, onError }: CommandOptions<Input, Reply> = {},
) {
  const unanswered = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: async (input: Input) => {
      const name = JSON.stringify(input);
      const key = unanswered.current.get(name) ?? crypto.randomUUID();
      unanswered.current.set(name, key);
      try {
        const reply = await send(input, key);
        unanswered.current.delete(name);
        return reply;
      } catch (error) {
        if (!isProblem(error, 'unavailable')) unanswered.current.delete(name);
        throw error;
      }
    },
    onSuccess,
    onError,
  });
}
