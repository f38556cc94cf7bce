// @vitest-environment jsdom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Countdown } from './Countdown.tsx';
import { Dialog } from './Dialog.tsx';
import { ElapsedTime } from './ElapsedTime.tsx';
import { LevelMeter } from './LevelMeter.tsx';
import { Notice } from './Notice.tsx';
import { ProgressSteps } from './ProgressSteps.tsx';
import { QualityBadge } from './QualityBadge.tsx';
import { renderIn } from './render-in.tsx';

afterEach(cleanup);

describe('Notice', () => {
  it('says what happened, what the system does, what one can do, and a code for who helps', () => {
    renderIn(
      'en',
      <Notice tone="bad" title="The call dropped." doing="Reconnecting." todo="Wait here." code="SFU-17" />,
    );
    const words = screen.getByRole('alert').textContent;
    expect(words).toContain('The call dropped.');
    expect(words).toContain('What the system is doingReconnecting.');
    expect(words).toContain('What you can doWait here.');
    expect(words).toContain('Code: SFU-17');
  });

  it('interrupts only for trouble', () => {
    renderIn('en', <Notice tone="info" title="Saved." />);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('Saved.');
  });
});

describe('words for states', () => {
  it('tell the connection', () => {
    renderIn('lv', <QualityBadge quality="lost" />);
    expect(screen.getByText('Savienojums zudis')).toBeTruthy();
  });

  it('tell the step', () => {
    renderIn('lv', <ProgressSteps current={2} total={4} />);
    expect(screen.getByText('2. solis no 4')).toBeTruthy();
  });
});

describe('Dialog', () => {
  it('closes by Escape where it may', async () => {
    const close = vi.fn();
    const { user } = renderIn(
      'lv',
      <Dialog title="Saraksts" isOpen onClose={close}>
        …
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Saraksts' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(close).toHaveBeenCalledOnce();
  });

  it('stays until answered where it may not', async () => {
    const { user } = renderIn(
      'lv',
      <Dialog title="Vai esat šeit?" isOpen isAlert>
        …
      </Dialog>,
    );
    await user.keyboard('{Escape}');
    expect(screen.getByRole('alertdialog', { name: 'Vai esat šeit?' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Aizvērt' })).toBeNull();
  });
});

describe('time that runs', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-27T12:30:00Z') }));
  afterEach(() => vi.useRealTimers());
  const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

  it('counts a call up by the second', () => {
    renderIn('lv', <ElapsedTime since="2026-03-27T12:29:55Z" />);
    expect(screen.getByRole('timer').textContent).toBe('0:05');
    pass(60);
    expect(screen.getByRole('timer').textContent).toBe('1:05');
  });

  it('says waiting in words, and never less than nothing when clocks differ', () => {
    renderIn('en', <ElapsedTime since="2026-03-27T12:31:00Z" as="words" />);
    expect(screen.getByRole('timer').textContent).toBe('0 secs');
    pass(240);
    expect(screen.getByRole('timer').textContent).toBe('3 mins');
  });

  it('counts down to nothing, in Latvian with the right ending', () => {
    renderIn('lv', <Countdown until="2026-03-27T12:30:21Z" totalSeconds={30} />);
    expect(screen.getByRole('timer', { name: 'Atlikusi 21 sekunde' })).toBeTruthy();
    pass(2);
    expect(screen.getByRole('timer', { name: 'Atlikušas 19 sekundes' })).toBeTruthy();
    pass(60);
    expect(screen.getByRole('timer', { name: 'Atlikušas 0 sekundes' })).toBeTruthy();
  });

  it('lets a heard voice fade slowly from the words of the level meter', () => {
    const { show } = renderIn('lv', <LevelMeter label="Mikrofons" level={0.6} />);
    const said = () => screen.getByRole('meter', { name: 'Mikrofons' }).getAttribute('aria-valuetext');
    expect(said()).toBe('Dzirdam labi');
    show(<LevelMeter label="Mikrofons" level={0} />);
    pass(0.2);
    expect(said()).toBe('Dzirdam labi');
    pass(5);
    expect(said()).toBe('Pagaidām neko nedzirdam');
  });
});
