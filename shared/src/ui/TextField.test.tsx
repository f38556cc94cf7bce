// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderIn } from './render-in.tsx';
import { TextArea } from './TextArea.tsx';
import { TextField } from './TextField.tsx';

afterEach(cleanup);

describe('TextField', () => {
  it('is found by its label and hears what is typed', async () => {
    const change = vi.fn();
    const { user } = renderIn('lv', <TextField label="Lietotājvārds" onChange={change} />);
    await user.type(screen.getByRole('textbox', { name: 'Lietotājvārds' }), 'ab');
    expect(change).toHaveBeenLastCalledWith('ab');
  });

  it('ties help and error to the box, and is invalid while there is an error', () => {
    renderIn('en', <TextField label="Name" description="As in your passport" error="Enter your name" />);
    const box = screen.getByRole('textbox', { description: /As in your passport.*Enter your name/ });
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('TextArea', () => {
  it('says in the language on screen that it may stay empty', () => {
    renderIn('uk', <TextArea label="Нотатки" isOptional />);
    expect(screen.getByRole('textbox', { name: 'Нотатки (необов’язково)' })).toBeTruthy();
  });
});
