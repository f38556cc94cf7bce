import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { showScene } from '../../testing/show-scene.tsx';

afterEach(cleanup);

describe('the settings of sign-in', () => {
  it('say of each directory how its last synchronisation went', async () => {
    await showScene('sign-in-directories');
    expect(await screen.findByText('Darbojas: 84 cilvēki, atslēgts 1')).toBeTruthy();
    expect(screen.getByText(/trūkst 29 no 31 cilvēka\. Nekas nav mainīts/)).toBeTruthy();
    expect(screen.getByText('Servera sertifikātam neuzticas. Norādiet tā izdevēju.')).toBeTruthy();
  });

  it('try a directory by Enter, without keeping anything', async () => {
    await showScene('sign-in-directories');
    const person = userEvent.setup();
    await person.click(await screen.findByRole('button', { name: 'Mainīt: Novada katalogs' }));
    await person.type(await screen.findByLabelText('Kāda cilvēka lietotājvārds'), 'anna{Enter}');
    expect(await screen.findByText('Izdevās: šis cilvēks varēs pieslēgties')).toBeTruthy();
    expect(screen.getByText('Anna Bērziņa')).toBeTruthy();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('say in words what is wrong with it', async () => {
    await showScene('sign-in-directories');
    const person = userEvent.setup();
    await person.click(await screen.findByRole('button', { name: 'Mainīt: Novada katalogs' }));
    await person.type(await screen.findByLabelText('Kāda cilvēka lietotājvārds'), 'berta{Enter}');
    expect(await screen.findByText('Katalogs nepieņem kontu vai paroli, ar ko to lasa.')).toBeTruthy();
  });

  it('lead to the first field that is wrong', async () => {
    await showScene('sign-in-directories');
    const person = userEvent.setup();
    await person.click(await screen.findByRole('button', { name: 'Pievienot katalogu' }));
    await person.click(screen.getByRole('button', { name: 'Saglabāt' }));
    expect(await screen.findByText('Dažos laukos kaut kas nav pareizi vai trūkst')).toBeTruthy();
    await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('Nosaukums'));
  });

  it('say what is wrong with a provider', async () => {
    await showScene('sign-in-providers');
    await userEvent.setup().click(await screen.findByRole('button', { name: /^Pārbaudīt: Kuldīgas/ }));
    expect(await screen.findByText(/Sistēma neprot iziet/)).toBeTruthy();
  });
});
