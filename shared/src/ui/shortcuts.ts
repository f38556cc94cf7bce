import { createContext, useContext, useEffect, useEffectEvent } from 'react';

export interface Shortcut {
  /** As `KeyboardEvent.key` names it: `A`, `?`, `Escape`. Letters work in any case and keyboard layout. */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

/** Adds a shortcut for as long as it is wanted; returns how to take it away. */
export const ShortcutsContext = createContext<(shortcut: Shortcut) => () => void>(() => () => {});

/**
 * Binds a key while the component is on the page and `isEnabled`; the list that `?` opens shows it by its label.
 * Keys typed into a field, with Ctrl, Alt or Meta, or while a dialog is open are left alone.
 */
export function useShortcut(key: string, label: string, run: () => void, isEnabled = true): void {
  const add = useContext(ShortcutsContext);
  const runLatest = useEffectEvent(run);
  useEffect(() => (isEnabled ? add({ key, label, run: () => runLatest() }) : undefined), [add, key, label, isEnabled]);
}

/** Whether a key press means this shortcut: by the letter, or by the place of the letter's key (Cyrillic layouts). */
export function matches({ key }: Shortcut, event: KeyboardEvent): boolean {
  // Programs that fill in passwords send presses of no key.
  if (!event.key) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  return event.key.toLowerCase() === key.toLowerCase() || event.code === `Key${key.toUpperCase()}`;
}

/** Whether the press belongs to something else: a field being typed into, or a dialog in front. */
export function isTaken(event: KeyboardEvent): boolean {
  // A list that is steered from a search field is sent the field's keys as events of its own.
  const isTyping = [event.target, document.activeElement].some(isField);
  return event.defaultPrevented || isTyping || document.querySelector('[role=dialog], [role=alertdialog]') !== null;
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]') !== null;
