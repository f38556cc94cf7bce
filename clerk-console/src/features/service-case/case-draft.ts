import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CaseOutcome, ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';

/** How long after the last key the notes are saved. */
export const autosaveDelayMs = 800;
const retryDelaysMs = [2000, 5000, 10_000] as const;
/** Refusals that asking again cannot change. */
const lasting: readonly ProblemType[] = ['invalid-request', 'not-found', 'not-allowed', 'not-signed-in', 'too-large'];

export type DraftStatus = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';
type Content = { readonly notes: string; readonly outcome: CaseOutcome | null };
export type DraftState = Content & {
  readonly status: DraftStatus;
  /** In a conflict, what stands on the server; the person chooses. */
  readonly theirs: Content | null;
};

export type DraftPort = {
  readonly save: (change: { version: number } & Content) => Promise<ServiceCase>;
  readonly close: (change: { version: number; notes: string; outcome: CaseOutcome }) => Promise<ServiceCase>;
  readonly read: () => Promise<ServiceCase>;
  /** The case as the server has it now. */
  readonly onServed: (served: ServiceCase) => void;
};

const same = (a: Content, b: Content) => a.notes === b.notes && a.outcome === b.outcome;
const contentOf = ({ notes, outcome }: Content): Content => ({ notes, outcome });
const isProblem = (error: unknown, type: ProblemType) => error instanceof ProblemError && error.type === type;

/**
 * One case's notes and outcome as they are being written: saved by themselves a moment after the last key, again and
 * again while the server is away, and never overwriting what someone else wrote unseen. What is typed stays here until
 * the server has it.
 */
export class CaseDraft {
  readonly state: Store<DraftState>;
  readonly #port: DraftPort;
  #served: ServiceCase;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #saving: Promise<void> | undefined;

  constructor(served: ServiceCase, port: DraftPort) {
    this.#served = served;
    this.#port = port;
    this.state = new Store<DraftState>({ ...contentOf(served), status: 'saved', theirs: null });
  }

  get isUnsaved(): boolean {
    return !same(this.state.getSnapshot(), this.#served);
  }

  write(part: Partial<Content>): void {
    this.state.update(part);
    if (this.state.getSnapshot().status === 'conflict') return;
    if (!this.#saving) this.state.update({ status: this.isUnsaved ? 'unsaved' : 'saved' });
    this.#schedule(autosaveDelayMs);
  }

  /** The case was read again, for whatever reason. */
  receive(served: ServiceCase): void {
    if (this.#saving || served.version <= this.#served.version) return;
    this.#adopt(served);
  }

  keepMine(): void {
    this.state.update({ status: 'unsaved', theirs: null });
    void this.flush();
  }

  takeTheirs(): void {
    this.state.update({ ...contentOf(this.#served), status: 'saved', theirs: null });
  }

  /** Saves now what is not saved yet; resolves when that was tried. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving) await this.#saving;
    if (!this.isUnsaved || this.state.getSnapshot().status === 'conflict') return;
    this.#saving = this.#save().finally(() => {
      this.#saving = undefined;
    });
    await this.#saving;
    if (this.state.getSnapshot().status === 'unsaved') this.#schedule(autosaveDelayMs);
  }

  /** Writes what is left and closes the case. @throws whatever stood in the way; nothing typed is lost by it */
  async close(outcome: CaseOutcome): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#saving) await this.#saving;
    this.state.update({ outcome });
    const attempt = () =>
      this.#port.close({ version: this.#served.version, notes: this.state.getSnapshot().notes, outcome });
    const closed = await attempt().catch(async (error: unknown) => {
      if (!isProblem(error, 'conflict')) throw error;
      this.#adopt(await this.#port.read());
      if (this.state.getSnapshot().status === 'conflict') throw error;
      return attempt();
    });
    this.#take(closed);
    this.state.update({ ...contentOf(closed), status: 'saved', theirs: null });
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delayMs);
  }

  async #save(): Promise<void> {
    this.state.update({ status: 'saving' });
    try {
      const saved = await this.#port.save({ version: this.#served.version, ...contentOf(this.state.getSnapshot()) });
      this.#failures = 0;
      this.#take(saved);
      this.state.update({ status: this.isUnsaved ? 'unsaved' : 'saved' });
    } catch (error) {
      if (isProblem(error, 'conflict') || isProblem(error, 'illegal-transition')) await this.#compare();
      else this.#fail(error);
    }
  }

  async #compare(): Promise<void> {
    try {
      this.#adopt(await this.#port.read());
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.state.update({ status: 'failed' });
    if (error instanceof ProblemError && lasting.includes(error.type)) return;
    this.#schedule(retryDelaysMs[Math.min(this.#failures, retryDelaysMs.length - 1)] ?? autosaveDelayMs);
    this.#failures += 1;
  }

  /** Only if someone else changed the very words is there something to choose; a version alone is none. */
  #adopt(served: ServiceCase): void {
    const mine = contentOf(this.state.getSnapshot());
    const before = this.#served;
    this.#take(served);
    if (same(mine, before)) this.state.update({ ...contentOf(served), status: 'saved', theirs: null });
    else if (same(mine, served)) this.state.update({ status: 'saved', theirs: null });
    else if (same(before, served) && served.status === 'open') this.state.update({ status: 'unsaved', theirs: null });
    else this.state.update({ status: 'conflict', theirs: contentOf(served) });
    if (this.state.getSnapshot().status === 'unsaved') this.#schedule(autosaveDelayMs);
  }

  #take(served: ServiceCase): void {
    this.#served = served;
    this.#port.onServed(served);
  }
}
