// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KeyboardShortcuts } from './KeyboardShortcuts.tsx';
import { renderIn } from './render-in.tsx';
import { useShortcut } from './shortcuts.ts';
import { Table } from './Table.tsx';
import { Tabs } from './Tabs.tsx';
import { TextArea } from './TextArea.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

describe('Table', () => {
  const people = [
    { id: '1', name: 'Zane', minutes: 5 },
    { id: '2', name: 'Čaks', minutes: 31 },
    { id: '3', name: 'Cielava', minutes: 7 },
  ];
  const columns = [
    { id: 'name', header: 'Vārds', cell: (row: (typeof people)[number]) => row.name, sortBy: nameOf },
    { id: 'minutes', header: 'Minūtes', cell: minutesOf, sortBy: minutesOf, isNumber: true },
  ];
  function nameOf({ name }: { name: string }) {
    return name;
  }
  function minutesOf({ minutes }: { minutes: number }) {
    return minutes;
  }
  const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

  it('sorts by the Latvian alphabet, and numbers as numbers', async () => {
    const sort = { column: 'name', direction: 'ascending' } as const;
    const { user } = renderIn('lv', <Table label="Cilvēki" columns={columns} rows={people} initialSort={sort} />);
    expect(names()).toEqual(['Cielava', 'Čaks', 'Zane']);
    await user.click(screen.getByRole('columnheader', { name: 'Minūtes' }));
    expect(names()).toEqual(['Zane', 'Cielava', 'Čaks']);
    await user.click(screen.getByRole('columnheader', { name: 'Minūtes' }));
    expect(names()).toEqual(['Čaks', 'Cielava', 'Zane']);
  });

  it('opens the row that is pressed', async () => {
    const open = vi.fn();
    const { user } = renderIn('lv', <Table label="Cilvēki" columns={columns} rows={people} onOpen={open} />);
    await user.click(screen.getByText('Čaks'));
    expect(open.mock.calls[0]?.[0]).toBe(people[1]);
  });

  it('says that it is empty', () => {
    renderIn('lv', <Table label="Cilvēki" columns={columns} rows={[]} />);
    expect(screen.getByText('Šeit pagaidām nekā nav')).toBeTruthy();
  });
});

function Case() {
  const [tab, setTab] = useState<'notes' | 'form'>('notes');
  const items = [
    { id: 'notes', label: 'Piezīmes', content: <TextArea label="Teksts" /> },
    { id: 'form', label: 'E-forma', content: 'Lauki' },
  ] as const;
  return <Tabs label="Gadījums" items={items} value={tab} onChange={setTab} />;
}

describe('Tabs', () => {
  it('keep what was typed while another tab is shown', async () => {
    const { user } = renderIn('lv', <Case />);
    await user.type(screen.getByRole('textbox', { name: 'Teksts' }), 'svarīgi');
    await user.click(screen.getByRole('tab', { name: 'E-forma' }));
    expect(screen.getByRole('tabpanel', { name: 'E-forma' }).textContent).toBe('Lauki');
    await user.click(screen.getByRole('tab', { name: 'Piezīmes' }));
    expect(screen.getByRole('textbox', { name: 'Teksts' })).toHaveProperty('value', 'svarīgi');
  });
});

function Ring({ accept, isEnabled }: { readonly accept: () => void; readonly isEnabled?: boolean }) {
  useShortcut('A', 'Atbildēt', accept, isEnabled);
  return <TextArea label="Piezīmes" />;
}

const desk = (accept: () => void, isEnabled?: boolean) => (
  <KeyboardShortcuts>
    <Ring accept={accept} isEnabled={isEnabled} />
  </KeyboardShortcuts>
);

describe('KeyboardShortcuts', () => {
  it('run by their letter, on a Cyrillic layout too', async () => {
    const accept = vi.fn();
    const { user } = renderIn('lv', desk(accept));
    await user.keyboard('a');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ф', code: 'KeyA' }));
    expect(accept).toHaveBeenCalledTimes(2);
  });

  it('leave alone what is typed into a field or held with Ctrl', async () => {
    const accept = vi.fn();
    const { user } = renderIn('lv', desk(accept));
    await user.keyboard('{Control>}a{/Control}');
    await user.type(screen.getByRole('textbox'), 'a?');
    expect(accept).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('do nothing while not enabled', async () => {
    const accept = vi.fn();
    const { user } = renderIn('lv', desk(accept, false));
    await user.keyboard('a');
    expect(accept).not.toHaveBeenCalled();
  });

  it('are listed by ?, and can be switched off there, which is remembered', async () => {
    const accept = vi.fn();
    const { user } = renderIn('lv', desk(accept));
    await user.keyboard('?');
    const dialog = screen.getByRole('dialog', { name: 'Īsinājumtaustiņi' });
    expect(within(dialog).getByText('Atbildēt')).toBeTruthy();
    await user.click(within(dialog).getByRole('switch'));
    await user.click(within(dialog).getByRole('button', { name: 'Aizvērt' }));
    await user.keyboard('a');
    expect(accept).not.toHaveBeenCalled();
    cleanup();
    renderIn('lv', desk(accept));
    await user.keyboard('a');
    expect(accept).not.toHaveBeenCalled();
  });
});
