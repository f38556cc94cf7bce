import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { afterEach, describe, expect, it } from 'vitest';
import { serveHttp } from '../testing/http-server.ts';
import { fetchText, type Question } from './fetch-text.ts';

const loopback = [ipaddr.parseCIDR('127.0.0.0/8')];
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers as a test says. @returns its address, and the `authorization` headers that it was sent */
async function serve(answer: RequestListener, host = '127.0.0.1') {
  const { url, port, requests, close } = await serveHttp(answer, host);
  closing.push(close);
  return { url, port, authorizations: () => requests.map(({ headers }) => headers.authorization) };
}

const get = (url: string, change: Partial<Question> = {}): Question => ({
  url: new URL(url),
  method: 'GET',
  headers: {},
  credentials: null,
  mostBytes: 5_000_000,
  ...change,
});
const read = (question: Question, { networks = loopback, deadlineMs = 20_000 } = {}) =>
  fetchText(question, { allowedNetworks: networks, signal: AbortSignal.timeout(deadlineMs) });

describe('asking a server that somebody has named', () => {
  it('gives what it answers', async () => {
    const { url } = await serve((_request, response) => response.setHeader('ETag', '"1"').end('Sveiks, ā 🔑'));
    const { status, body, header } = await read(get(url));
    expect({ status, body, etag: header('etag') }).toEqual({ status: 200, body: 'Sveiks, ā 🔑', etag: '"1"' });
  });

  it('unpacks what is packed', async () => {
    const { url } = await serve((_request, response) =>
      response.setHeader('Content-Encoding', 'gzip').end(gzipSync('sapakots')),
    );
    expect((await read(get(url))).body).toBe('sapakots');
  });

  it('says that nobody answers', async () => {
    const { url } = await serve((request) => request.socket.destroy());
    await expect(read(get(url))).rejects.toMatchObject({ problem: 'unreachable' });
  });

  it('does not say in an error where it asked', async () => {
    const { url, port } = await serve((request) => request.socket.destroy());
    const error: unknown = await read(get(`${url}secret-token`)).catch((thrown: unknown) => thrown);
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 9 })).not.toMatch(new RegExp(`secret-token|${port}`));
  });
});

describe('an address that is not allowed', () => {
  it.each(['localhost', '127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])(
    'is not asked: %s',
    async (host) => {
      let asked = false;
      const { port } = await serve((_request, response) => {
        asked = true;
        response.end();
      });
      const question = get(`http://${host}:${port}/`);
      await expect(read(question, { networks: [] })).rejects.toMatchObject({ problem: 'address-not-allowed' });
      expect(asked).toBe(false);
    },
  );

  it.each(['ftp://127.0.0.1/', 'file:///etc/passwd'])('is one of another protocol: %s', async (url) => {
    await expect(read(get(url))).rejects.toMatchObject({ problem: 'address-not-allowed' });
  });

  it.each([
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'gopher://127.0.0.1/',
  ])('is not asked either when another leads there: %s', async (location) => {
    const { url } = await serve((_request, response) => response.writeHead(302, { Location: location }).end());
    await expect(read(get(url))).rejects.toMatchObject({ problem: 'address-not-allowed' });
  });
});

describe('being led elsewhere', () => {
  it('is followed three times', async () => {
    const { url } = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(307, { Location: `/${left - 1}` }).end();
      else response.end('beigas');
    });
    expect((await read(get(`${url}3`))).body).toBe('beigas');
    await expect(read(get(`${url}4`))).rejects.toMatchObject({ problem: 'unreachable' });
  });

  it('takes user name and password along to the same origin only', async () => {
    const other = await serve((_request, response) => response.end('cits'), '127.0.0.2');
    const own = await serve((request, response) => {
      const next = request.url === '/' ? '/again' : other.url;
      response.writeHead(302, { Location: next }).end();
    });
    const credentials = { username: 'anna', password: 'pārole' };
    expect((await read(get(own.url, { credentials }))).body).toBe('cits');
    const expected = `Basic ${Buffer.from('anna:pārole').toString('base64')}`;
    expect(own.authorizations()).toEqual([expected, expected]);
    expect(other.authorizations()).toEqual([undefined]);
  });
});

describe('a server that means no good', () => {
  const late = { deadlineMs: 300 };

  it('is given up when it never answers', async () => {
    const { url } = await serve(() => {});
    await expect(read(get(url), late)).rejects.toMatchObject({ problem: 'too-slow' });
  });

  it('is given up when it says hardly anything at all', async () => {
    const server = createSocketServer((socket) => void socket.on('error', () => {}));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => server.close());
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await expect(read(get(`http://127.0.0.1:${port}/`), late)).rejects.toMatchObject({ problem: 'too-slow' });
  });

  it('is given up when it dribbles', async () => {
    const { url } = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(timer));
    });
    await expect(read(get(url), late)).rejects.toMatchObject({ problem: 'too-slow' });
  });

  it('is given up when it leads in a circle and dribbles', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(302, { Location: '/' });
      const timer = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(timer));
    });
    await expect(read(get(url), late)).rejects.toMatchObject({ problem: 'too-slow' });
  });

  it('is cut off when it sends too much, also when it does not say how much', async () => {
    const megabyte = Buffer.alloc(1_000_000, 'x');
    let sent = 0;
    const { url } = await serve((_request, response) => {
      const more = () => {
        while (sent < 50) {
          sent += 1;
          if (!response.write(megabyte)) return response.once('drain', more);
        }
        return response.end();
      };
      more();
    });
    await expect(read(get(url))).rejects.toMatchObject({ problem: 'too-large' });
    expect(sent).toBeLessThan(50);
  });

  it('is not read at all when it says that it sends too much', async () => {
    const { url } = await serve((_request, response) =>
      response.writeHead(200, { 'Content-Length': 50_000_000 }).flushHeaders(),
    );
    await expect(read(get(url))).rejects.toMatchObject({ problem: 'too-large' });
  });

  it('is cut off when what it sends unpacks to too much', async () => {
    const { url } = await serve((_request, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      const gzip = createGzip();
      gzip.pipe(response);
      for (let megabytes = 0; megabytes < 100; megabytes += 1) gzip.write(Buffer.alloc(1_000_000));
      gzip.end();
    });
    await expect(read(get(url))).rejects.toMatchObject({ problem: 'too-large' });
  });

  it('is read whole when it answers in very many pieces', async () => {
    const pieces = '1\r\nx\r\n'.repeat(100_000);
    const { url } = await serve((request, response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      for (let round = 0; round < 10; round += 1) request.socket.write(pieces);
      request.socket.end('0\r\n\r\n');
    });
    const { body } = await read(get(url));
    expect(body.length).toBe(1_000_000);
  });

  it('gets no more than an error for an answer that is broken', async () => {
    const { url } = await serve((_request, response) =>
      response.setHeader('Content-Encoding', 'gzip').end('nav sapakots'),
    );
    await expect(read(get(url))).rejects.toMatchObject({ problem: 'unreachable' });
  });
});
