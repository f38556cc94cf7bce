import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './Queue.module.css';

/**
 * Which of some things is looked at, and stays so whatever comes or goes around it; when it goes, what comes into its place.
 * @param isFirst where one begins: the first thing of which this is true
 */
export function usePlace<Item extends { readonly id: string }>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
) {
  const [place, setPlace] = useState<{ readonly id: string; readonly index: number } | null>(null);
  const found = items.findIndex((item) => (place ? item.id === place.id : isFirst(item)));
  const index = found >= 0 ? found : Math.min(place?.index ?? 0, items.length - 1);
  const current = items[index];
  const id = current?.id;
  useEffect(() => {
    if (id !== undefined) setPlace({ id, index });
  }, [id, index]);
  const go = (to: number) => {
    const at = Math.max(0, Math.min(to, items.length - 1));
    const item = items[at];
    if (item) setPlace({ id: item.id, index: at });
  };
  return { current, index, go };
}

interface QueueProps<Item extends { readonly id: string }> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly place: ReturnType<typeof usePlace<Item>>;
  readonly textOf: (item: Item) => string;
  readonly row: (item: Item) => ReactNode;
  /** All about the one that is looked at. */
  readonly children: ReactNode;
}

/** A list beside what one of it is, gone through with the arrows or with J and K. */
export function Queue<Item extends { readonly id: string }>(props: QueueProps<Item>) {
  const { label, items, place, textOf, row, children } = props;
  const say = useMessages();
  useShortcut('J', say('rights.queue.next'), () => place.go(place.index + 1), items.length > 0);
  useShortcut('K', say('rights.queue.previous'), () => place.go(place.index - 1), items.length > 0);
  return (
    <div className={styles.queue}>
      <GridList
        aria-label={label}
        className={styles.list ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        selectedKeys={place.current ? [place.current.id] : []}
        onSelectionChange={(keys) => place.go(items.findIndex(({ id }) => keys !== 'all' && keys.has(id)))}
      >
        {items.map((item) => (
          <GridListItem key={item.id} id={item.id} textValue={textOf(item)} className={styles.row ?? ''}>
            {row(item)}
          </GridListItem>
        ))}
      </GridList>
      <section className={styles.one} aria-live="polite" aria-label={place.current ? textOf(place.current) : label}>
        {children}
      </section>
    </div>
  );
}
