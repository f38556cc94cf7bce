import { UiProvider } from '@remote-clerk/shared/ui/UiProvider.tsx';
import type { i18n } from 'i18next';
import { useEffect } from 'react';
import type { Guest, GuestState } from './flow/guest.ts';
import { GuestProvider, useGuest, useStore } from './guest-context.tsx';
import { useMessages } from './messages/use-messages.ts';
import { Frame } from './parts/Frame.tsx';
import { Room } from './room/Room.tsx';
import { AtDoor } from './screens/AtDoor.tsx';
import { NotIn } from './screens/NotIn.tsx';

interface JoinPageProps {
  readonly guest: Guest;
  readonly i18n: i18n;
}

/** The page behind an invitation's link. */
export function JoinPage({ guest, i18n }: JoinPageProps) {
  return (
    <UiProvider i18n={i18n} scale="web">
      <GuestProvider value={guest}>
        <Page />
      </GuestProvider>
    </UiProvider>
  );
}

function Page() {
  const say = useMessages();
  const state = useStore(useGuest().state);
  const title = say(state.stage === 'in-call' ? 'call.title' : 'app.name');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const { view, call, chat } = state;
  if (view && call && chat) return <Room view={view} call={call} chat={chat} isAway={state.isAway} />;
  return (
    <Frame>
      <Screen state={state} />
    </Frame>
  );
}

function Screen({ state }: { readonly state: GuestState }) {
  const isAtDoor = state.stage === 'at-door' || state.stage === 'entering';
  return isAtDoor && state.view ? <AtDoor view={state.view} state={state} /> : <NotIn state={state} />;
}
