import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuid } from '../../testing/builders.ts';
import { aRequest, organisations, staff } from '../../testing/rights-builders.ts';
import { showScene } from '../../testing/show-scene.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('my rights', () => {
  it('say what I may do, where and for how long', async () => {
    await showScene('rights-own');
    const card = within(await screen.findByRole('article', { name: 'Speciālists' }));
    expect(card.getByText('Kuldīgas klientu apkalpošanas centrs')).toBeTruthy();
    expect(card.getByText(/^līdz 20\d\d\. gada .* · vēl 12 dienas$|^līdz .* · vēl 12 dienu$/)).toBeTruthy();
    expect(card.getByText('redzēt, kas gaida rindā, un atbildēt uz iedzīvotāju videozvaniem')).toBeTruthy();
  });

  it('that end soon lead to a request that is filled in already', async () => {
    const { user, server } = await showScene('rights-own');
    const sent: unknown[] = [];
    server.on(rightsRoutes.askForRight, ({ body }) => {
      sent.push(body);
      return aRequest({ kind: 'renewal' });
    });
    const card = within(await screen.findByRole('article', { name: 'Speciālists' }));
    await user.click(card.getByRole('button', { name: 'Lūgt pagarināt' }));
    const role = await screen.findByRole<HTMLInputElement>('radio', { name: /Speciālists/ });
    expect(role.checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'No noteiktas dienas' }).checked).toBe(true);
    await user.type(screen.getByRole('textbox', { name: /Kāpēc/ }), 'Turpinu darbu.');
    await user.click(screen.getByRole('button', { name: 'Nosūtīt pieprasījumu' }));
    expect(await screen.findByText('Pieprasījums ir nosūtīts')).toBeTruthy();
    expect(sent).toMatchObject([{ accountId: null, roleId: 'specialist', organisationId: organisations.centre.id }]);
  });

  it('show a request as taken back as soon as it is', async () => {
    const { user } = await showScene('rights-own');
    await user.click(await screen.findByRole('button', { name: 'Atsaukt pieprasījumu' }));
    expect(await screen.findByText('Atsaukts')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Atsaukt pieprasījumu' })).toBeNull();
  });

  it('are read again as soon as the server says that they have changed', async () => {
    const { live, server } = await showScene('rights-own');
    await screen.findByRole('article', { name: 'Speciālists' });
    server.on(rightsRoutes.readOwnRights, () => ({ rights: [], requests: [] }));
    act(() => live().onSessionChanged());
    await waitFor(() => expect(screen.queryByRole('article', { name: 'Speciālists' })).toBeNull());
  });

  it('do not promise an answer where nothing is asked any more', async () => {
    await showScene('rights-own', ({ server }) =>
      server.on(rightsRoutes.readOwnRights, () => ({ rights: [], requests: [aRequest({ state: 'effective' })] })),
    );
    expect(await screen.findByText(/^Ja tās vajadzīgas darbam/)).toBeTruthy();
    expect(screen.queryByText(/^Pieprasījums ir nosūtīts/)).toBeNull();
  });

  it('show no tabs of managers to who manages nothing', async () => {
    const { server } = await showScene('rights-own');
    await screen.findByRole('article', { name: 'Speciālists' });
    expect(screen.queryByRole('tab')).toBeNull();
    expect(server.requests.some((request) => request.endsWith('/right-requests'))).toBe(false);
  });
});

describe('asking for a right', () => {
  it('greets who has none, and sends who, what, where, for how long and why', async () => {
    const { user, server } = await showScene('rights-ask-first');
    const sent: Record<string, unknown>[] = [];
    server.on(rightsRoutes.askForRight, ({ body }) => {
      sent.push(body);
      return aRequest({ approvalsNeeded: 2 });
    });
    expect(await screen.findByText(/^Labdien, Marta Liepa!/)).toBeTruthy();
    await user.click(await screen.findByRole('radio', { name: /Auditors/ }));
    expect(screen.getByText('Vajag divu dažādu cilvēku apstiprinājumu')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: '3 mēneši' }));
    await user.type(screen.getByRole('textbox', { name: /Kāpēc/ }), 'Gada audits.');
    await user.click(screen.getByRole('button', { name: 'Nosūtīt pieprasījumu' }));
    expect(await screen.findByText(/To apstiprinās 2 dažādi cilvēki/)).toBeTruthy();
    expect(sent).toMatchObject([
      { accountId: null, roleId: 'auditor', organisationId: uuid(401), validFrom: null, why: 'Gada audits.' },
    ]);
    const days = (Date.parse(String(sent[0]?.validUntil)) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(88);
    expect(days).toBeLessThan(93);
  });

  it('says all that is missing at once, and asks the server nothing', async () => {
    const { user, server } = await showScene('rights-ask-first');
    await user.click(await screen.findByRole('button', { name: 'Nosūtīt pieprasījumu' }));
    expect(await screen.findByText('Izvēlieties lomu', { selector: '[role=alert]' })).toBeTruthy();
    expect(screen.getByText('Uzrakstiet, kāpēc tās vajadzīgas')).toBeTruthy();
    expect(server.requests.some((request) => request.startsWith('post'))).toBe(false);
  });

  it('is for a colleague too, by who manages rights', async () => {
    const { user, server } = await showScene('rights-roles');
    const sent: unknown[] = [];
    server.on(rightsRoutes.askForRight, ({ body }) => {
      sent.push(body);
      return aRequest();
    });
    await user.click(await screen.findByRole('tab', { name: 'Cilvēki un tiesības' }));
    await user.click(await screen.findByRole('button', { name: 'Pieprasīt kolēģim' }));
    await user.click(await screen.findByRole('radio', { name: 'Kolēģim' }));
    await user.type(screen.getByLabelText('Kolēģis'), 'pēteris');
    await user.click(await screen.findByRole('radio', { name: /^Pēteris Ozoliņš/ }));
    await user.click(screen.getByRole('radio', { name: /^Speciālists/ }));
    await user.type(screen.getByRole('textbox', { name: /Kāpēc/ }), 'Jauns darbinieks.');
    await user.click(screen.getByRole('button', { name: 'Nosūtīt pieprasījumu' }));
    await screen.findByText('Pieprasījums ir nosūtīts');
    expect(sent).toMatchObject([{ accountId: staff.peteris.id, roleId: 'specialist' }]);
  });

  it('says that the same has been asked already', async () => {
    const { user, server } = await showScene('rights-ask-first');
    server.on(rightsRoutes.askForRight, () => Promise.reject(new ProblemError('conflict')));
    await user.click(await screen.findByRole('radio', { name: /^Speciālists/ }));
    await user.type(screen.getByRole('textbox', { name: /Kāpēc/ }), 'Sāku darbu.');
    await user.click(screen.getByRole('button', { name: 'Nosūtīt pieprasījumu' }));
    expect(await screen.findByText('Tas pats jau ir pieprasīts un vēl nav izlemts.')).toBeTruthy();
  });
});
