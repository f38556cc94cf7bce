// A small app that shows what the stand-in does; `stand-in.spec.ts` asks it through `globalThis.testApp`.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, session } from 'electron';

const seen: string[] = [];

const server = createServer((request, response) => {
  if (request.url === '/moved') return void response.writeHead(302, { location: '/elsewhere' }).end();
  response.writeHead(request.url === '/broken' ? 500 : 200, { 'content-type': 'text/html' });
  response.end(`<!doctype html><h1>${request.url}</h1>`);
});

const addressOf = (path: string): string => {
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}${path}`;
};

const pathOf = (url: string): string => new URL(url).pathname;

const openWindow = (partition: string, path: string): Promise<void> => {
  const preload = join(import.meta.dirname, 'preload.ts');
  const window = new BrowserWindow({ width: 640, height: 480, webPreferences: { partition, preload } });
  const { webContents } = window;
  const keepFromElsewhere = (name: string) => (attempt: { url: string; preventDefault: () => void }) => {
    seen.push(`${name} ${pathOf(attempt.url)}`);
    if (attempt.url.endsWith('/elsewhere')) attempt.preventDefault();
  };
  webContents.on('will-frame-navigate', keepFromElsewhere('will-frame-navigate'));
  webContents.on('will-redirect', keepFromElsewhere('will-redirect'));
  webContents.on('did-navigate', (_event, to, status) => seen.push(`did-navigate ${pathOf(to)} ${status}`));
  webContents.on('render-process-gone', (_event, { reason }) => seen.push(`gone ${reason}`));
  webContents.setWindowOpenHandler(({ url }) => {
    seen.push(`window ${url}`);
    return { action: 'deny' };
  });
  return window.loadURL(addressOf(path));
};

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('fail', () => {
  throw new Error('no such thing');
});
ipcMain.on('note', (event, text) => seen.push(`${text} from ${pathOf(event.senderFrame?.url ?? '')}`));

const loaded = app.whenReady().then(async () => {
  session.fromPartition('one').setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === 'geolocation');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  await openWindow('one', '/first');
});

Reflect.set(globalThis, 'testApp', { seen, openWindow, loaded });
