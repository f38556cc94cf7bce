import { useStore } from '../../app/use-store.ts';
import { useCallContext } from './call-context.ts';
import type { PassingState } from './in-passing.ts';
import type { Talk } from './talk.ts';

const quiet: PassingState = { drafts: [], hands: [], captions: [], control: null, document: null };
const nothing = { subscribe: () => () => {}, getSnapshot: () => quiet };

/** What is written and told in the own consultation; null while there is none. */
export function useTalk(): { talk: Talk | null; passing: PassingState } {
  const { talk } = useStore(useCallContext().controller.state);
  return { talk, passing: useStore(talk?.passing.state ?? nothing) };
}
