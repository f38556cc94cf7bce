import { setTimeout as sleep } from 'node:timers/promises';
import type { EndedProcess, SupervisedProcess } from './supervisor.ts';

const ASK_EVERY_MS = 100;

/** A process that ended when it should have served; carries what it said last. */
export class ProcessEndedError extends Error {
  override readonly name = 'ProcessEndedError';
  readonly process: EndedProcess;

  constructor(ended: EndedProcess) {
    super(`${ended.name} ended (${ended.outcome})`);
    this.process = ended;
  }
}

/**
 * Resolves when the address answers 2xx.
 * @throws ProcessEndedError if the process ends before; Error after `withinMs`
 */
export async function waitUntilReady(url: string, served: SupervisedProcess, withinMs: number): Promise<void> {
  const controller = new AbortController();
  const timeout = AbortSignal.timeout(withinMs);
  const signal = AbortSignal.any([controller.signal, timeout]);
  served.ended.then((ended) => controller.abort(new ProcessEndedError(ended)));
  while (!(await answers(url, signal))) {
    if (controller.signal.aborted) throw controller.signal.reason;
    if (timeout.aborted) throw new Error(`${url} is not ready after ${withinMs / 1000} s`);
    await sleep(ASK_EVERY_MS);
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetch(url, { signal })).ok;
  } catch {
    return false;
  }
}
