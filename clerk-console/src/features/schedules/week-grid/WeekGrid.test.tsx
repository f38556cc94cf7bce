import { createI18n } from '@remote-clerk/shared/i18n/create-i18n.ts';
import { UiProvider } from '@remote-clerk/shared/ui/UiProvider.tsx';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../../messages/messages.ts';
import { useWeek } from './use-week.ts';
import { WeekGrid } from './WeekGrid.tsx';
import type { Block } from './week-blocks.ts';

const monday: Block = { id: 'a', weekday: 1, from: 540, until: 720, channels: ['kiosk'] };
const tuesday: Block = { ...monday, id: 'b', weekday: 2 };

function Grid({ blocks }: { readonly blocks: readonly Block[] }) {
  return <WeekGrid label="Nedēļas laiki" week={useWeek(blocks)} newChannels={['kiosk']} />;
}

function show(...blocks: readonly Block[]) {
  render(
    <UiProvider i18n={createI18n({ messages: { console: messages }, language: 'lv' })} scale="console">
      <Grid blocks={blocks} />
    </UiProvider>,
  );
  return userEvent.setup();
}

const block = (name: string) => screen.getByRole('button', { name });
const names = () =>
  screen
    .getAllByRole('button')
    .filter(({ dataset }) => dataset.block)
    .map((each) => each.getAttribute('aria-label'));
const said = () => screen.getByRole('status').textContent;

afterEach(cleanup);

describe('a week’s hours by keyboard', () => {
  it('moves a block by arrows, says where it is and keeps the focus on it', async () => {
    const user = show(monday, tuesday);
    block('Pirmdiena, 09.00–12.00, Kioskā').focus();
    await user.keyboard('{ArrowDown}');
    expect(said()).toBe('Tagad: Pirmdiena, 09.15–12.15, Kioskā');
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowUp}');
    expect(names()).toEqual(['Otrdiena, 09.00–12.00, Kioskā', 'Trešdiena, 09.00–12.00, Kioskā']);
    expect(document.activeElement).toBe(block('Trešdiena, 09.00–12.00, Kioskā'));
  });

  it('changes the end by Shift and arrows, by five minutes with Alt', async () => {
    const user = show(monday);
    block('Pirmdiena, 09.00–12.00, Kioskā').focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(said()).toBe('Tagad: Pirmdiena, 09.00–12.15, Kioskā');
    await user.keyboard('{Shift>}{Alt>}{ArrowUp}{/Alt}{/Shift}');
    expect(said()).toBe('Tagad: Pirmdiena, 09.00–12.10, Kioskā');
  });

  it('says when it cannot be moved further', async () => {
    const user = show(monday);
    block('Pirmdiena, 09.00–12.00, Kioskā').focus();
    await user.keyboard('{ArrowLeft}');
    expect(said()).toBe('Tālāk pārvietot nevar: Pirmdiena, 09.00–12.00, Kioskā');
  });

  it('takes a block away, hands the focus on, and brings it back', async () => {
    const user = show(monday, tuesday);
    block('Pirmdiena, 09.00–12.00, Kioskā').focus();
    await user.keyboard('{Delete}');
    expect(said()).toBe('Dzēsts: Pirmdiena, 09.00–12.00, Kioskā');
    expect(document.activeElement).toBe(block('Otrdiena, 09.00–12.00, Kioskā'));
    await user.keyboard('{Delete}');
    expect(document.activeElement).toBe(block('Pievienot laiku'));
    await user.click(block('Atsaukt'));
    expect(names()).toEqual(['Otrdiena, 09.00–12.00, Kioskā']);
  });

  it('adds a block on the first weekday that has none, and goes to it', async () => {
    const user = show(monday);
    block('Pievienot laiku').focus();
    await user.keyboard('{Enter}');
    expect(said()).toBe('Pievienots: Otrdiena, 09.00–17.00, Kioskā');
    expect(document.activeElement).toBe(block('Otrdiena, 09.00–17.00, Kioskā'));
  });

  it('edits exact times and channels in a form', async () => {
    const user = show(monday);
    block('Pirmdiena, 09.00–12.00, Kioskā').focus();
    await user.keyboard('{Enter}');
    const until = screen.getByRole('group', { name: 'Līdz' });
    await user.click(until.querySelector('[data-type=hour]') ?? until);
    await user.keyboard('1320');
    await user.click(screen.getByRole('checkbox', { name: 'Pa tālruni' }));
    await user.click(block('Labi'));
    expect(said()).toBe('Tagad: Pirmdiena, 09.00–13.20, Kioskā, Pa tālruni');
  });

  it('does not take an end before the start, nor no channel at all', async () => {
    const user = show(monday);
    block('Pirmdiena, 09.00–12.00, Kioskā').focus();
    await user.keyboard('{Enter}');
    const until = screen.getByRole('group', { name: 'Līdz' });
    await user.click(until.querySelector('[data-type=hour]') ?? until);
    await user.keyboard('08');
    await user.click(screen.getByRole('checkbox', { name: 'Kioskā' }));
    await user.click(block('Labi'));
    expect(screen.getByText('Beigām jābūt pēc sākuma')).toBeTruthy();
    expect(screen.getByText('Izvēlieties vismaz vienu veidu')).toBeTruthy();
  });
});

describe('a week’s hours by pointer', () => {
  /** The area shows seven to nineteen: an hour is 10 pixels high, a day 100 wide. */
  const box = { left: 0, top: 0, width: 700, height: 120, right: 700, bottom: 120, x: 0, y: 0, toJSON: () => '' };
  const drag = (target: Element, from: [number, number], to: [number, number]) => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box);
    const at = ([clientX, clientY]: [number, number]) => ({ clientX, clientY, pointerId: 1, button: 0 });
    fireEvent.pointerDown(target, at(from));
    fireEvent.pointerMove(window, at(to));
    fireEvent.pointerUp(window, at(to));
    vi.restoreAllMocks();
  };

  it('moves a block to another day and time', () => {
    show(monday);
    drag(block('Pirmdiena, 09.00–12.00, Kioskā'), [50, 30], [250, 40]);
    expect(names()).toEqual(['Trešdiena, 10.00–13.00, Kioskā']);
  });

  it('makes one where nothing is', () => {
    show();
    const area = document.querySelector('[role=presentation]');
    if (!area) throw new Error('There is no area');
    drag(area, [150, 20], [150, 50]);
    expect(names()).toEqual(['Otrdiena, 09.00–12.00, Kioskā']);
  });

  it('opens the form by a tap, and changes nothing', () => {
    show(monday);
    drag(block('Pirmdiena, 09.00–12.00, Kioskā'), [50, 30], [51, 31]);
    expect(screen.getByRole('dialog', { name: 'Laiks' })).toBeTruthy();
  });
});
