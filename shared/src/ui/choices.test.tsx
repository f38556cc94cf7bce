// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FaceRating } from './FaceRating.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { RadioCards } from './RadioCards.tsx';
import { renderIn } from './render-in.tsx';
import { Select } from './Select.tsx';
import { Switch } from './Switch.tsx';

afterEach(cleanup);

const topics = [
  { id: 'pensions', title: 'Pensijas', description: 'Vecuma pensija' },
  { id: 'taxes', title: 'Nodokļi' },
] as const;

describe('RadioCards', () => {
  it('are one group named by the question; touching a card chooses it', async () => {
    const choose = vi.fn();
    const { user } = renderIn('lv', <RadioCards label="Par ko?" choices={topics} value={null} onChange={choose} />);
    expect(screen.getByRole('radiogroup', { name: 'Par ko?' })).toBeTruthy();
    await user.click(screen.getByText('Vecuma pensija'));
    expect(choose).toHaveBeenCalledWith('pensions');
  });

  it('are moved through with arrow keys', async () => {
    const choose = vi.fn();
    const { user } = renderIn('lv', <RadioCards label="Par ko?" choices={topics} value="pensions" onChange={choose} />);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(choose).toHaveBeenCalledWith('taxes');
  });
});

describe('FaceRating', () => {
  it('offers five faces, each with its word, and gives a number', async () => {
    const rate = vi.fn();
    const { user } = renderIn('en', <FaceRating label="How was it?" value={null} onChange={rate} />);
    expect(screen.getAllByRole('radio')).toHaveLength(5);
    await user.click(screen.getByRole('radio', { name: 'Very good' }));
    expect(rate).toHaveBeenCalledWith(5);
  });
});

describe('Select', () => {
  it('opens, lets one be chosen and gives its id', async () => {
    const choose = vi.fn();
    const cameras = [
      { id: 'built-in', label: 'Iebūvētā' },
      { id: 'document', label: 'Dokumentu' },
    ] as const;
    const { user } = renderIn('lv', <Select label="Kamera" items={cameras} value={null} onChange={choose} />);
    await user.click(screen.getByRole('button', { name: /Izvēlieties.*Kamera|Kamera.*Izvēlieties/ }));
    await user.click(screen.getByRole('option', { name: 'Dokumentu' }));
    expect(choose).toHaveBeenCalledWith('document');
  });
});

describe('Switch', () => {
  it('is a switch named by its words', async () => {
    const turn = vi.fn();
    const { user } = renderIn(
      'lv',
      <Switch isSelected={false} onChange={turn}>
        Pieejams
      </Switch>,
    );
    await user.click(screen.getByRole('switch', { name: 'Pieejams' }));
    expect(turn).toHaveBeenCalledWith(true);
  });
});

describe('LanguageSwitch', () => {
  it('changes the language of the whole page', async () => {
    const { user } = renderIn('lv', <LanguageSwitch />);
    await user.click(screen.getByRole('radio', { name: 'UK Українська' }));
    expect(document.documentElement.lang).toBe('uk');
    expect(screen.getByRole('radiogroup', { name: 'Мова' })).toBeTruthy();
  });
});
