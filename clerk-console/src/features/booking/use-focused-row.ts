import { useEffect, useRef, useState } from 'react';

/** Which row of a list has the focus, itself or something in it: what a key for "this one" means. */
export function useFocusedRow() {
  const ref = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  useEffect(() => {
    const list = ref.current;
    if (!list) return;
    const read = (event: FocusEvent) => {
      const target = event.type === 'focusout' ? event.relatedTarget : event.target;
      const row = target instanceof Element && list.contains(target) ? target.closest('[data-key]') : null;
      setFocused(row?.getAttribute('data-key') ?? null);
    };
    list.addEventListener('focusin', read);
    list.addEventListener('focusout', read);
    return () => {
      list.removeEventListener('focusin', read);
      list.removeEventListener('focusout', read);
    };
  }, []);
  return { ref, focused };
}
