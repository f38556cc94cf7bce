import { useMutation } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';

type Api = ReturnType<typeof useConsole>['api'];

/** A command of the call whose outcome the desk's next view shows. */
export function useCallCommand<Input = void>(send: (api: Api, input: Input) => Promise<unknown>) {
  const { api } = useConsole();
  return useMutation({ mutationFn: (input: Input) => send(api, input) });
}
