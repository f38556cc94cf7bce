import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kiosk</title><h1>The kiosk page</h1>
<a id="blank" href="/kiosk/other" target="_blank">a window</a> <a id="file" href="/kiosk/file" download>a file</a>
<script>setInterval(() => window.kioskBridge?.heartbeat(), 1000)</script>`;
const DEAD_PAGE = '<!doctype html><title>Kiosk</title><h1>A page that never says that it is alive</h1>';

export interface StubServer {
  origin: string;
  /** Begins to answer, on the same port as before. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
  /** What `/kiosk/` answers from now on. */
  behave: (as: 'well' | 'unavailable' | 'dead') => void;
}

/** A server with as little as a kiosk needs: a page at /kiosk/, and temptations beside it. Not started yet. */
export const stubServer = async (): Promise<StubServer> => {
  let behaviour: 'well' | 'unavailable' | 'dead' = 'well';
  const make = (): Server =>
    createServer((request, response) => {
      if (request.url === '/kiosk/out') return void response.writeHead(302, { location: '/console/' }).end();
      if (request.url === '/kiosk/file') {
        return void response.writeHead(200, { 'content-disposition': 'attachment; filename=list.csv' }).end('a,b');
      }
      const page = behaviour === 'dead' ? DEAD_PAGE : PAGE;
      response.writeHead(behaviour === 'unavailable' ? 502 : 200, { 'content-type': 'text/html' });
      response.end(request.url?.startsWith('/kiosk/') ? page : '<!doctype html><h1>Not for kiosks</h1>');
    });

  let server = make();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  await stop();
  return {
    origin: `http://127.0.0.1:${port}`,
    start: async () => {
      server = make();
      await once(server.listen(port, '127.0.0.1'), 'listening');
    },
    stop: async () => {
      if (server.listening) await stop();
    },
    behave: (as) => {
      behaviour = as;
    },
  };
};
