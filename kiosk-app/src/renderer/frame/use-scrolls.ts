import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether an element holds more than it shows: then it must be reachable by keyboard, too. */
export function useScrolls(): { ref: RefObject<HTMLDivElement | null>; scrolls: boolean } {
  const ref = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  // After every render: what is in it may be another.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollHeight > element.clientHeight));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  });
  return { ref, scrolls };
}
