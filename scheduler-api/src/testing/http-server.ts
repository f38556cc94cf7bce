import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server elsewhere that answers as a test says, and remembers what it was asked. Close it with `close()`. */
export async function serveHttp(answer: RequestListener, host = '127.0.0.1') {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = addressOf(server.address());
  return {
    url: `http://${host}:${port}/`,
    port,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server listens at no port');
  return address;
}
