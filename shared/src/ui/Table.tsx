import { ArrowDown, ArrowDownUp, ArrowUp } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Table as AriaTable, Cell, Column, Row, TableBody, TableHeader } from 'react-aria-components/Table';
import { useCommonMessages, useLanguage } from '../i18n/use-messages.ts';
import { classNames } from './class-names.ts';
import styles from './Table.module.css';

interface TableColumn<Item> {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** Makes the column sortable, by this. */
  readonly sortBy?: (item: Item) => string | number;
  readonly isNumber?: boolean;
}

interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

interface TableProps<Item extends { readonly id: string }> {
  /** What is listed, for screen readers. */
  readonly label: string;
  /** The first names the row. */
  readonly columns: readonly TableColumn<Item>[];
  readonly rows: readonly Item[];
  readonly initialSort?: Sort;
  /** A row was opened, by click or Enter. */
  readonly onOpen?: (item: Item) => void;
  readonly empty?: ReactNode;
}

/** A dense table with arrow keys and sorting, in the alphabet of the language on screen. */
export function Table<Item extends { readonly id: string }>(props: TableProps<Item>) {
  const { label, columns, rows, initialSort, onOpen, empty } = props;
  const say = useCommonMessages();
  const [sort, setSort] = useState<Sort | undefined>(initialSort);
  const sorted = useSorted(rows, columns, sort);
  return (
    <AriaTable
      aria-label={label}
      className={styles.table ?? ''}
      sortDescriptor={sort}
      onSortChange={({ column, direction }) => setSort({ column: String(column), direction })}
      onRowAction={onOpen && ((key) => rows.filter(({ id }) => id === key).forEach(onOpen))}
    >
      <TableHeader>
        {columns.map(({ id, header, sortBy, isNumber }, index) => (
          <Column
            key={id}
            id={id}
            isRowHeader={index === 0}
            allowsSorting={sortBy !== undefined}
            className={classNames(styles.column, isNumber && styles.number)}
          >
            {({ allowsSorting, sortDirection }) => (
              <span className={styles.head}>
                {header}
                {allowsSorting && <SortMark direction={sortDirection} />}
              </span>
            )}
          </Column>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => empty ?? say('table.empty')}>
        {sorted.map((item) => (
          <Row key={item.id} id={item.id} className={classNames(styles.row, onOpen && styles.action)}>
            {columns.map(({ id, cell, isNumber }) => (
              <Cell key={id} className={classNames(styles.cell, isNumber && styles.number)}>
                {cell(item)}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </AriaTable>
  );
}

function SortMark({ direction }: { readonly direction: Sort['direction'] | undefined }) {
  const Icon = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ArrowDownUp;
  return <Icon aria-hidden="true" />;
}

function useSorted<Item>(rows: readonly Item[], columns: readonly TableColumn<Item>[], sort: Sort | undefined) {
  const { language } = useLanguage();
  return useMemo(() => {
    const sortBy = columns.find(({ id }) => id === sort?.column)?.sortBy;
    if (!sortBy || !sort) return rows;
    const { compare } = new Intl.Collator(language, { numeric: true });
    const turn = sort.direction === 'descending' ? -1 : 1;
    return rows.toSorted((first, second) => {
      const [a, b] = [sortBy(first), sortBy(second)];
      return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
    });
  }, [rows, columns, sort, language]);
}
