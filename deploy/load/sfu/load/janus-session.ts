import { z } from 'zod';

const Jsep = z.object({ type: z.enum(['offer', 'answer']), sdp: z.string() });
const Publishers = z.array(z.object({ id: z.number(), streams: z.array(z.unknown()).default([]) }));
const RoomData = z.object({ publishers: Publishers.default([]), error: z.string().optional() }).loose();
const Message = z.object({
  janus: z.string(),
  transaction: z.string().optional(),
  sender: z.number().optional(),
  data: z.object({ id: z.number() }).optional(),
  error: z.object({ reason: z.string() }).optional(),
  plugindata: z.object({ data: RoomData }).optional(),
  jsep: Jsep.optional(),
});
type Message = z.infer<typeof Message>;
export type JanusJsep = z.infer<typeof Jsep>;
export type JanusAnswer = z.infer<typeof RoomData> & { jsep: JanusJsep | undefined };
export type JanusHandle = {
  ask(body: object, jsep?: JanusJsep): Promise<JanusAnswer>;
  onPublishers(then: (publishers: z.infer<typeof Publishers>) => void): void;
};

/** Janus drops a session that says nothing for two minutes. */
const keepAliveMs = 25_000;

/** A session over a WebSocket of its own, with as many handles to the videoroom as wanted. */
export class JanusSession {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, { resolve: (message: Message) => void; reject: (error: Error) => void }>();
  readonly #listening = new Map<number, (message: Message) => void>();
  #transactions = 0;
  #sessionId: number | undefined;
  #alive: NodeJS.Timeout | undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(Message.parse(JSON.parse(String(data)))));
  }

  static async open(url: string): Promise<JanusSession> {
    const socket = new WebSocket(url, 'janus-protocol');
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error('Janus does not answer')));
    });
    const session = new JanusSession(socket);
    session.#sessionId = (await session.#ask({ janus: 'create' })).data?.id;
    session.#alive = setInterval(() => session.#send({ janus: 'keepalive', transaction: 'alive' }), keepAliveMs);
    return session;
  }

  close(): true {
    clearInterval(this.#alive);
    this.#socket.close();
    return true;
  }

  async attach(): Promise<JanusHandle> {
    const handle_id = (await this.#ask({ janus: 'attach', plugin: 'janus.plugin.videoroom' })).data?.id ?? 0;
    return {
      ask: async (body, jsep) => {
        const message = await this.#ask({ janus: 'message', handle_id, body, ...(jsep && { jsep }) });
        return { publishers: [], ...message.plugindata?.data, jsep: message.jsep };
      },
      onPublishers: (then) => {
        this.#listening.set(handle_id, ({ plugindata }) => then(plugindata?.data.publishers ?? []));
      },
    };
  }

  #send(message: object): void {
    this.#socket.send(JSON.stringify({ ...message, ...(this.#sessionId && { session_id: this.#sessionId }) }));
  }

  #ask(message: object): Promise<Message> {
    const transaction = `t${this.#transactions++}`;
    return new Promise((resolve, reject) => {
      this.#waiting.set(transaction, { resolve, reject });
      this.#send({ ...message, transaction });
    });
  }

  #hear(message: Message): void {
    // An acknowledgement is not the answer yet.
    if (message.janus === 'ack') return;
    const waiting = message.transaction && this.#waiting.get(message.transaction);
    if (!waiting) {
      this.#listening.get(message.sender ?? 0)?.(message);
      return;
    }
    this.#waiting.delete(message.transaction ?? '');
    const problem = message.error?.reason ?? message.plugindata?.data.error;
    if (problem) waiting.reject(new Error(problem));
    else waiting.resolve(message);
  }
}
