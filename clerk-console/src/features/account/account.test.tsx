import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuid } from '../../testing/builders.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { PasskeyError } from '../sign-in/passkeys.ts';

const card = (name: string) => screen.findByRole('article', { name });
const asked = (requests: readonly string[], request: RegExp) => requests.filter((each) => request.test(each)).length;

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it('is opened from the menu of the account', async () => {
  const { user } = await showScene('desk-ready');
  await user.click(await screen.findByRole('button', { name: 'Konts' }));
  await user.click(await screen.findByRole('button', { name: 'Konts un pieslēgšanās' }));
  expect(await screen.findByRole('heading', { name: 'Mans konts' })).toBeTruthy();
});

it('is not opened halfway: who still has to set up a second step is asked for it, also after the page is read again', async () => {
  await showScene('welcome-halfway');
  expect(await screen.findByText('Vēl viens solis Jūsu drošībai')).toBeTruthy();
  expect(screen.queryByText(/Jums vēl nav tiesību/)).toBeNull();
});

describe('the password', () => {
  it('is changed, and where else one was signed in is said to be over', async () => {
    const { server, user } = await showScene('account');
    const changes: unknown[] = [];
    server.on(routes.changePassword, ({ body }) => {
      changes.push(body);
      return {};
    });
    await user.type(await screen.findByLabelText('Pašreizējā parole'), 'vecā parole 12');
    await user.type(screen.getByLabelText('Jaunā parole'), 'zirgi peld jūrā{Enter}');
    expect(await screen.findByText('Parole ir nomainīta')).toBeTruthy();
    expect(changes).toEqual([{ current: 'vecā parole 12', next: 'zirgi peld jūrā' }]);
    expect(screen.getByLabelText<HTMLInputElement>('Jaunā parole').value).toBe('');
  });

  it('is long enough before it is sent', async () => {
    const { server, user } = await showScene('account');
    await user.type(await screen.findByLabelText('Pašreizējā parole'), 'vecā parole 12');
    await user.type(screen.getByLabelText('Jaunā parole'), 'īsa{Enter}');
    expect(await screen.findByText('Jaunajā parolē vajag vismaz 12 rakstzīmes')).toBeTruthy();
    expect(asked(server.requests, /^put .*password$/)).toBe(0);
  });

  it('that is too easy to guess is refused in its own place', async () => {
    const { user } = await showScene('account-password-weak');
    await user.type(await screen.findByLabelText('Pašreizējā parole'), 'vecā parole 12');
    await user.type(screen.getByLabelText('Jaunā parole'), 'parole parole{Enter}');
    expect(await screen.findByText(/pārāk viegli uzminēt/)).toBeTruthy();
  });

  it('of people of a provider is not here', async () => {
    await showScene('account-elsewhere');
    expect(await screen.findByText(/Jūs pieslēdzaties ar savas organizācijas sistēmu/)).toBeTruthy();
    expect(screen.queryByLabelText('Jaunā parole')).toBeNull();
  });
});

describe('the authenticator app', () => {
  it('is set up by a picture or by hand, and proven with a code', async () => {
    const { server, user } = await showScene('account');
    const since = routes.readAccountSecurity.reply.parse({
      hasPassword: true,
      secondFactorRequired: true,
      oneTimeCodes: { since: '2026-11-20T12:30:00.000Z' },
      passkeys: [],
    });
    server.on(routes.confirmOneTimeCodes, () => since);
    const app = within(await card('Autentifikācijas lietotne'));
    await user.click(app.getByRole('button', { name: 'Iestatīt citā tālrunī' }));
    expect(await app.findByRole('img', { name: /QR kods/ })).toBeTruthy();
    expect(app.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    await user.type(app.getByLabelText('Sešu ciparu kods'), '123456');
    expect(await app.findByText(/Iestatīta: 20.11.2026/)).toBeTruthy();
    expect(asked(server.requests, /^post .*one-time-codes$/)).toBe(1);
  });
});

describe('passkeys', () => {
  it('are added with a name', async () => {
    const { server, user } = await showScene('account');
    const added: unknown[] = [];
    const after = routes.addPasskey.reply.parse({
      hasPassword: true,
      secondFactorRequired: true,
      oneTimeCodes: null,
      passkeys: [{ id: uuid(73), name: 'Telefons', createdAt: '2026-11-20T12:30:00.000Z', lastUsedAt: null }],
    });
    server.on(routes.addPasskey, ({ body }) => {
      added.push(body);
      return after;
    });
    await user.click(await screen.findByRole('button', { name: 'Pievienot atslēgu' }));
    await user.type(await screen.findByLabelText('Atslēgas nosaukums'), 'Telefons{Enter}');
    expect(await screen.findByText('Telefons')).toBeTruthy();
    expect(added).toEqual([{ name: 'Telefons', answer: { id: 'a new passkey' } }]);
  });

  it('say when this device has one already', async () => {
    const { passkeys, user } = await showScene('account');
    passkeys.make = () => Promise.reject(new PasskeyError('known-already'));
    await user.click(await screen.findByRole('button', { name: 'Pievienot atslēgu' }));
    await user.type(await screen.findByLabelText('Atslēgas nosaukums'), 'Telefons{Enter}');
    expect(await screen.findByText('Šai ierīcei jau ir Jūsu atslēga')).toBeTruthy();
  });

  it('are removed when asked twice, but not the last way in', async () => {
    const { server, user } = await showScene('account');
    const row = within(within(await card('Piekļuves atslēgas')).getAllByRole('listitem')[0] ?? document.body);
    await user.click(row.getByRole('button', { name: 'Dzēst' }));
    expect(asked(server.requests, /^delete .*passkeys/)).toBe(0);
    await user.click(row.getByRole('button', { name: 'Dzēst' }));
    expect(await screen.findByText(/Šo atslēgu nevar dzēst/)).toBeTruthy();
  });
});

describe('whoever signed in a while ago', () => {
  it.each([
    ['set up an app', 'Iestatīt citā tālrunī'],
    ['add a passkey', 'Pievienot atslēgu'],
  ])('is asked, before they %s, to sign in once more, and is led on', async (_what, button) => {
    const { server, user } = await showScene('account');
    const refuse = () => Promise.reject(new ProblemError('sign-in-again'));
    server.on(routes.beginOneTimeCodes, refuse).on(routes.beginPasskey, refuse);
    server.on(routes.signOut, () => ({ providerUrl: null }));
    await user.click(await screen.findByRole('button', { name: button }));
    const name = screen.queryByLabelText('Atslēgas nosaukums');
    if (name) await user.type(name, 'Telefons{Enter}');
    expect(await screen.findByText('Lai to mainītu, pieslēdzieties vēlreiz')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Pieslēgties vēlreiz' }));
    expect(await screen.findByLabelText('Lietotājvārds vai e-pasta adrese')).toBeTruthy();
  });
});

describe('one’s sessions', () => {
  it('name the one that is here, and end another when asked twice', async () => {
    const { user } = await showScene('account');
    const [, second] = (await screen.findAllByRole('row')).slice(1);
    if (!second) throw new Error('There is no second session');
    expect(screen.getByText('Šī sesija')).toBeTruthy();
    await user.click(within(second).getByRole('button', { name: 'Beigt' }));
    await user.click(within(second).getByRole('button', { name: 'Beigt' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3));
  });

  it('end all but this one', async () => {
    const { user } = await showScene('account');
    await user.click(await screen.findByRole('button', { name: 'Beigt visas pārējās' }));
    await user.click(await screen.findByRole('button', { name: 'Beigt visas pārējās' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Beigt visas pārējās' })).toBeNull();
  });
});
