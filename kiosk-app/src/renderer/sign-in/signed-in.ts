import { z } from 'zod';
import { SignInNews, signInChannel } from '../../bridge/sign-in-channel.ts';

// zod would probe for eval, which the page's content security policy reports as a violation.
z.config({ jitless: true });

// Where the provider sends the citizen back to in an ordinary browser; the kiosk itself never loads this page.
const query = location.search;
history.replaceState(null, '', location.pathname);
const channel = new BroadcastChannel(signInChannel);
channel.onmessage = ({ data }) => {
  const news = SignInNews.safeParse(data);
  if (!news.success || news.data.kind !== 'end') return;
  channel.close();
  if (news.data.url) location.replace(news.data.url);
  else window.close();
};
channel.postMessage({ kind: 'back', query } satisfies SignInNews);
