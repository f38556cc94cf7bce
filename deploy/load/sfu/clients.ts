import { fork } from 'node:child_process';
import path from 'node:path';
import { type Order, OrderAnswer } from './load/orders.ts';
import { figuresOf } from './process-figures.ts';
import { endProcess } from './servers/running-server.ts';

export type Clients = {
  /** @throws Error when the order failed, or the process ended */
  obey(order: Order): Promise<OrderAnswer>;
  cpuSeconds(): number;
  stop(): Promise<void>;
};

/** A process that makes load on one server. */
export function startClients(): Clients {
  const child = fork(path.join(import.meta.dirname, 'load/load-process.ts'));
  return {
    obey: (order) =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error(`The clients ended at ${order.order}`));
        child.once('exit', gone);
        child.once('message', (message) => {
          child.off('exit', gone);
          const answer = OrderAnswer.parse(message);
          if (answer.error) reject(new Error(answer.error));
          else resolve(answer);
        });
        child.send(order, (error) => error && reject(error));
      }),
    cpuSeconds: () => (child.pid ? figuresOf(child.pid).cpuSeconds : 0),
    stop: () => endProcess(child),
  };
}
