import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { showScene } from '../../testing/show-scene.tsx';

afterEach(cleanup);
const rowOf = async (name: RegExp) =>
  within((await screen.findByRole('rowheader', { name })).closest('[role=row]') ?? document.body);

describe('other systems', () => {
  it('are listed with what is wrong at each', async () => {
    await showScene('administration-systems');
    expect((await rowOf(/Namejs/)).getByText('Darbojas')).toBeTruthy();
    expect((await rowOf(/Nekustamā/)).getByText(/Adrese neatbild, gaida 21 ziņojums/)).toBeTruthy();
    expect((await rowOf(/Vecā/)).getByText('Atslēgta')).toBeTruthy();
  });

  it('show a new secret once, after it is asked whether that is meant', async () => {
    await showScene('administration-systems');
    const person = userEvent.setup();
    await person.click((await rowOf(/Namejs/)).getByRole('button', { name: 'Nomainīt atslēgu' }));
    expect(screen.queryByText('jauna-atslēga')).toBeNull();
    await person.click((await rowOf(/Namejs/)).getByRole('button', { name: 'Nomainīt atslēgu' }));
    expect(await screen.findByText('jauna-atslēga')).toBeTruthy();
  });
});

describe('the upkeep', () => {
  it('is shared when somebody says what it cost', async () => {
    await showScene('costs');
    const person = userEvent.setup();
    expect((await rowOf(/pašvaldība/)).getByText('61,31 %')).toBeTruthy();
    await person.type(await screen.findByLabelText(/Uzturēšanas izmaksas/), '12500');
    expect(await screen.findByText(/7\s?663,89/)).toBeTruthy();
  });

  it('is not asked for with an amount that is none', async () => {
    await showScene('costs');
    await userEvent.setup().type(await screen.findByLabelText(/Uzturēšanas izmaksas/), 'daudz');
    expect(await screen.findByText(/piemēram, 1250,50/)).toBeTruthy();
  });
});
