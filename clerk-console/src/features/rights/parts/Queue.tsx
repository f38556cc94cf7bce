import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { type ReactNode, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './Queue.module.css';

/** Which of some things is looked at; when it goes, the one that comes into its place. */
export function usePlace<Item extends { readonly id: string }>(items: readonly Item[]) {
  const [place, setPlace] = useState({ id: '', index: 0 });
  const found = items.findIndex(({ id }) => id === place.id);
  const index = found >= 0 ? found : Math.min(place.index, items.length - 1);
  const go = (to: number) => {
    const item = items[Math.max(0, Math.min(to, items.length - 1))];
    if (item) setPlace({ id: item.id, index: items.indexOf(item) });
  };
  return { current: items[index], index, go };
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
