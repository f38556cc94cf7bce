import { readFileSync } from 'node:fs';

/**
 * @param {string} file that holds a process's number
 * @param {RegExp} pattern of its command line: after a crash or in a new container another process may have the number
 * @returns {number | undefined} the number, if that process runs and is not this one
 */
export function findRunningProcess(file, pattern) {
  const pid = Number(readIfThere(file));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  const commandLine = readIfThere(`/proc/${pid}/cmdline`);
  return commandLine === undefined || pattern.test(commandLine) ? pid : undefined;
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
