// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { Mic } from 'lucide-react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from './Button.tsx';
import { renderIn } from './render-in.tsx';

afterEach(cleanup);

describe('Button', () => {
  it('is named by its words alone, and tells its key', async () => {
    const press = vi.fn();
    const { user } = renderIn(
      'lv',
      <Button icon={Mic} shortcut="A" onPress={press}>
        Atbildēt
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Atbildēt' });
    expect(button.getAttribute('aria-keyshortcuts')).toBe('A');
    await user.click(button);
    expect(press).toHaveBeenCalledOnce();
  });

  it('while pending says so in words and cannot be pressed again', async () => {
    const press = vi.fn();
    const { user } = renderIn(
      'lv',
      <Button isPending onPress={press}>
        Saglabāt
      </Button>,
    );
    await user.click(screen.getByRole('button', { name: 'Lūdzu, uzgaidiet…' }));
    expect(press).not.toHaveBeenCalled();
  });
});
