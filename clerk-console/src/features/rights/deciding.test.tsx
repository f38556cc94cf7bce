import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { usualRequests } from '../../testing/rights-arrangements.ts';
import { aRequest } from '../../testing/rights-builders.ts';
import { showScene } from '../../testing/show-scene.tsx';

const commands = (requests: readonly string[]) => requests.filter((request) => request.startsWith('post'));
const shown = () => within(screen.getByRole('tabpanel')).getByRole('heading', { level: 2 }).textContent;

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('the queue of requests', () => {
  it('is gone through by J and K, and shows what the person holds already', async () => {
    const { user } = await showScene('rights-decide');
    await screen.findByRole('heading', { name: 'Pēteris Ozoliņš: Speciālists' });
    await user.keyboard('j');
    await screen.findByRole('heading', { name: 'Kristīne Annija Zariņa-Vītoliņa-Šteinberga: Administrators' });
    expect(await screen.findByText(/Kontaktpunkta vadītāja vietnieks · Kuldīgas novada pašvaldība/)).toBeTruthy();
    expect(screen.getByText(/^Apstiprināja: Juris Ozols/)).toBeTruthy();
    await user.keyboard('k');
    expect(shown()).toBe('Pēteris Ozoliņš: Speciālists');
  });

  it('approves with A, says so, and stays where it is so that a second press approves nobody else', async () => {
    const { user, server } = await showScene('rights-decide');
    await screen.findByRole('heading', { name: 'Pēteris Ozoliņš: Speciālists' });
    await user.keyboard('a');
    expect(await screen.findByText('Apstiprināts, tiesības ir piešķirtas')).toBeTruthy();
    await user.keyboard('a');
    expect(shown()).toBe('Pēteris Ozoliņš: Speciālists');
    expect(commands(server.requests)).toHaveLength(1);
  });

  it('refuses with R only for a reason', async () => {
    const { user, server } = await showScene('rights-decide');
    const reasons: string[] = [];
    await screen.findByRole('heading', { name: 'Pēteris Ozoliņš: Speciālists' });
    server.on(rightsRoutes.refuseRightRequest, ({ body }) => {
      reasons.push(body.reason);
      return Promise.reject(new ProblemError('illegal-transition'));
    });
    await user.keyboard('r');
    const dialog = within(await screen.findByRole('alertdialog'));
    await user.click(dialog.getByRole('button', { name: 'Noraidīt' }));
    expect(dialog.getByText('Uzrakstiet iemeslu')).toBeTruthy();
    expect(reasons).toEqual([]);
    await user.type(dialog.getByRole('textbox', { name: 'Iemesls' }), 'Nav vajadzīgs.');
    await user.click(dialog.getByRole('button', { name: 'Noraidīt' }));
    expect(await dialog.findByText('Par to tikmēr jau ir izlemts.')).toBeTruthy();
    expect(reasons).toEqual(['Nav vajadzīgs.']);
  });

  it('leaves my own to somebody else', async () => {
    const { user, server } = await showScene('rights-decide');
    await screen.findByRole('heading', { name: 'Pēteris Ozoliņš: Speciālists' });
    await user.keyboard('jjj');
    expect(await screen.findByText(/^Par savu pieprasījumu Jūs izlemt nevarat/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Apstiprināt' })).toBeNull();
    await user.keyboard('a');
    expect(commands(server.requests)).toEqual([]);
  });

  it('keeps under the keys whom one looks at when a colleague has decided meanwhile', async () => {
    const { user, server } = await showScene('rights-decide');
    await screen.findByRole('heading', { name: 'Pēteris Ozoliņš: Speciālists' });
    const [first, ...others] = usualRequests;
    const refused = aRequest({ ...first, state: 'refused', decidable: false });
    server.on(rightsRoutes.listRightRequests, ({ query }) => ({
      requests: [refused, ...others].filter(({ state }) => !query.state || state === query.state),
      nextCursor: null,
    }));
    window.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText('Noraidīts', { selector: '[role=status] p' })).toBeTruthy();
    await user.keyboard('a');
    expect(shown()).toBe('Pēteris Ozoliņš: Speciālists');
    expect(commands(server.requests)).toEqual([]);
  });

  it('is read again after a decision, and the tab counts less', async () => {
    const { user } = await showScene('rights-decide');
    await screen.findByRole('tab', { name: 'Jāizlemj (3)' });
    await screen.findByRole('heading', { name: 'Pēteris Ozoliņš: Speciālists' });
    await user.keyboard('a');
    expect(await screen.findByRole('tab', { name: 'Jāizlemj (2)' })).toBeTruthy();
  });
});

describe('people and rights', () => {
  it('are withdrawn for a reason, after it was said that this is at once', async () => {
    const { user, server } = await showScene('rights-people');
    const sent: unknown[] = [];
    server.on(rightsRoutes.withdrawRight, ({ params, body }) => {
      sent.push({ ...params, ...body });
      return Promise.reject(new ProblemError('conflict'));
    });
    await user.click(await screen.findByRole('button', { name: 'Atsaukt: Inese Kalniņa, Kontaktpunkta darbinieks' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByText(/arī ja cilvēks pašlaik strādā vai ir videozvanā/)).toBeTruthy();
    await user.type(dialog.getByRole('textbox', { name: 'Iemesls' }), 'Maina darbu.');
    await user.click(dialog.getByRole('button', { name: 'Atsaukt' }));
    expect(await dialog.findByText(/vairs nebūtu neviena, kas pārvalda tiesības/)).toBeTruthy();
    expect(sent).toMatchObject([{ reason: 'Maina darbu.' }]);
  });

  it('are found by name', async () => {
    const { user } = await showScene('rights-people');
    await user.type(await screen.findByRole('searchbox', { name: 'Vārds vai uzvārds' }), 'inese');
    await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(1));
  });

  it('lead to a person’s history', async () => {
    const { user } = await showScene('rights-people');
    await user.click(await screen.findByRole('button', { name: 'Vēsture: Anna Bērziņa' }));
    expect(await screen.findByRole('heading', { name: 'Tiesību vēsture: Anna Bērziņa' })).toBeTruthy();
    expect(screen.getByText('Pāriet darbā uz citu iestādi.')).toBeTruthy();
  });
});

describe('a review', () => {
  it('is gone through by one key, and my own right is left to somebody else', async () => {
    const { user, server } = await showScene('rights-review');
    await screen.findByText('Pārskatītas 1 no 4');
    await user.keyboard('a');
    expect(await screen.findByText('Pārskatītas 2 no 4')).toBeTruthy();
    expect(await screen.findByRole('heading', { name: /^Kristīne .*: Administrators/ })).toBeTruthy();
    await user.keyboard('a');
    expect(await screen.findByText('Pārskatītas 3 no 4')).toBeTruthy();
    await user.keyboard('ja');
    expect(await screen.findByText(/^Savas tiesības Jūs pārskatīt nevarat/)).toBeTruthy();
    expect(commands(server.requests)).toHaveLength(2);
  });
});

describe('roles', () => {
  it('are made of what one may give', async () => {
    const { user, server } = await showScene('rights-roles');
    const sent: unknown[] = [];
    server.on(rightsRoutes.createRole, ({ body }) => {
      sent.push(body);
      return Promise.reject(new ProblemError('conflict'));
    });
    await user.click(await screen.findByRole('button', { name: 'Izveidot lomu' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByText(/meklēt audita žurnālā/)).toBeNull();
    await user.type(dialog.getByRole('textbox', { name: 'Nosaukums' }), 'Vietnieks');
    await user.click(dialog.getByRole('checkbox', { name: 'pierakstīt iedzīvotājus, pārcelt un atcelt pierakstus' }));
    await user.click(dialog.getByRole('button', { name: 'Saglabāt' }));
    expect(await dialog.findByText(/^Šāda loma jau ir/)).toBeTruthy();
    expect(sent).toEqual([{ name: 'Vietnieks', permissions: ['appointment.book'] }]);
  });
});
