import type { BridgeReply, BridgeRequest } from './bridge.ts';
import { SignInNews, signInChannel } from './sign-in-channel.ts';

/**
 * A provider's pages in a window of an ordinary browser. What it remembers is the browser's, so this is for development. Our
 * pages are cut off from windows of other sites, so the one at which it ends speaks over a channel.
 */
export class SignInPopup {
  #channel: BroadcastChannel | null = null;
  #settle: (query: string | null) => void = () => undefined;

  async signIn({ url }: BridgeRequest<'signIn'>): Promise<BridgeReply<'signIn'>> {
    this.end(null);
    const channel = new BroadcastChannel(signInChannel);
    this.#channel = channel;
    const query = new Promise<string | null>((resolve) => {
      this.#settle = resolve;
    });
    channel.onmessage = ({ data }) => {
      const news = SignInNews.safeParse(data);
      if (news.success && news.data.kind === 'back') this.#settle(news.data.query);
    };
    window.open(url, '_blank', 'popup,width=720,height=900');
    return { query: await query };
  }

  end(url: string | null): void {
    this.#settle(null);
    this.#channel?.postMessage({ kind: 'end', url } satisfies SignInNews);
    this.#channel?.close();
    this.#channel = null;
  }
}
