import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { z } from 'zod';

/** Which fields of a form are wrong, as `attributes.login` or `groups.0.group`: found here, or by the server. */
export function wrongFields(error: unknown): ReadonlySet<string> {
  if (error instanceof ProblemError) {
    return new Set(error.fields.map(({ pointer }) => pointer.replace(/^\/body\//, '').replaceAll('/', '.')));
  }
  return new Set(error instanceof z.ZodError ? error.issues.map(({ path }) => path.join('.')) : []);
}

/** Names that are typed with spaces or commas between them. */
export const listOf = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== '');
/** Nothing typed is nothing said. */
export const orNull = (text: string): string | null => text.trim() || null;

/** The form is longer than its window: whoever sends it is led to what is wrong, once that is marked. */
export function focusFirstWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
