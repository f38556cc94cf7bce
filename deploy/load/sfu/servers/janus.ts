import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasCommand } from '../../../dev/setup/paths.mjs';
import { JanusSession } from '../load/janus-session.ts';
import { endProcess, type RunningServer, spawnServer, whenThere } from './running-server.ts';

const libraries = '/usr/lib';

/** @returns why Janus cannot be run here, or null */
export function janusMissing(): string | null {
  if (!hasCommand('janus')) return "install Debian's janus";
  if (!hasCommand('gcc')) return 'install gcc: Janus leaves loopback out, which a few lines of C change';
  return null;
}

/**
 * Janus' videoroom over WebSocket, nothing else loaded, ICE on loopback.
 * @param eventLoops threads for all calls; 0, as it is installed: one thread for each connection
 */
export async function startJanus(
  folder: string,
  log: number,
  port: number,
  eventLoops: number,
): Promise<RunningServer> {
  const at = path.join(folder, `janus-${eventLoops}`);
  for (const part of ['conf', 'plugins', 'transports', 'none']) mkdirSync(path.join(at, part), { recursive: true });
  symlinkSync(moduleFile('plugins/libjanus_videoroom.so'), path.join(at, 'plugins/libjanus_videoroom.so'));
  symlinkSync(moduleFile('transports/libjanus_websockets.so'), path.join(at, 'transports/libjanus_websockets.so'));
  const configuration = {
    'janus.jcfg': `general: {
  configs_folder = "${at}/conf"
  plugins_folder = "${at}/plugins"
  transports_folder = "${at}/transports"
  events_folder = "${at}/none"
  loggers_folder = "${at}/none"
  debug_level = 3
  debug_colors = false
  session_timeout = 120
  ${eventLoops > 0 ? `event_loops = ${eventLoops}` : ''}
}
nat: {
  ice_enforce_list = "127.0.0.1"
  ice_lite = true
}`,
    'janus.plugin.videoroom.jcfg': 'general: { }',
    'janus.transport.websockets.jcfg': `general: { json = "compact", ws = true, ws_ip = "127.0.0.1", ws_port = ${port}, wss = false }
admin: { admin_ws = false, admin_wss = false }`,
  };
  for (const [name, text] of Object.entries(configuration)) writeFileSync(path.join(at, 'conf', name), text);

  const shim = path.join(at, 'lo-shim.so');
  execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', shim, path.join(import.meta.dirname, 'lo-shim.c'), '-ldl']);
  const child = spawnServer('janus', ['-F', path.join(at, 'conf')], { log, env: { ...process.env, LD_PRELOAD: shim } });
  const url = `ws://127.0.0.1:${port}`;
  await whenThere(child, 'Janus', async () => (await JanusSession.open(url)).close());
  let rooms = 0;
  return {
    name: eventLoops > 0 ? `janus, event_loops = ${eventLoops}` : 'janus',
    pid: child.pid,
    order: async (people) => ({ order: 'open-janus', url, room: ++rooms, people }),
    stop: () => endProcess(child),
  };
}

/** Debian keeps them under the machine's architecture. */
function moduleFile(name: string): string {
  const candidates = readdirSync(libraries).map((folder) => path.join(libraries, folder, 'janus', name));
  const found = [...candidates, path.join(libraries, 'janus', name)].find((file) => existsSync(file));
  if (!found) throw new Error(`Janus' ${name} is not in ${libraries}`);
  return found;
}
