import { CaptionSourceDouble } from '@remote-clerk/shared/call/captions-double.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCurrent, aDesk, ago, contactPoint, uuid } from '../../testing/builders.ts';
import { aLine, anInvitation } from '../../testing/call-builders.ts';
import type { Fakes } from '../../testing/scene.ts';
import type { SceneName } from '../../testing/scenes.ts';
import { showScene } from '../../testing/show-scene.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const theCitizen = { role: 'citizen', id: uuid(1503), name: contactPoint.name };

/** The desk in a call, as a scene has it. */
async function inCall(name: SceneName = 'desk-call', prepare?: (fakes: Fakes) => void) {
  const shown = await showScene(name, prepare);
  await waitFor(() => expect(document.querySelector('[data-state=in-call]')).toBeTruthy());
  let revision = 1;
  const become = (change: Parameters<typeof aCurrent>[0]) => {
    revision += 1;
    act(() => shown.live().onDesk(aDesk({ revision, current: aCurrent(change) })));
  };
  const hear = (signal: unknown, from: unknown = theCitizen) =>
    act(() => shown.live().onSignal(IncomingSignal.parse({ consultationId: uuid(600), from, signal })));
  return { ...shown, become, hear };
}

describe('who else is in the call', () => {
  it('stands large beside the citizen after two presses', async () => {
    const { user } = await inCall('call-people');
    const large = () =>
      [...document.querySelectorAll('figure[data-large=true]')].map((figure) => figure.getAttribute('aria-label'));
    expect(large()).toEqual(['Iedzīvotājs · Kuldīgas KAC']);
    await user.keyboard('12');
    expect(large()).toEqual(['Iedzīvotājs · Kuldīgas KAC', 'Oksana Kovalenko · Tulks']);
    await user.keyboard('2');
    expect(large()).toEqual(['Iedzīvotājs · Kuldīgas KAC']);
  });

  it('is asked in from the roster, and only who is free', async () => {
    const { server, user } = await inCall();
    const asked: unknown[] = [];
    server.on(routes.invite, ({ body }) => {
      asked.push(body);
      return { invitation: anInvitation({ state: 'invited' }), code: null };
    });
    await user.keyboard('i');
    await user.click(screen.getByRole('button', { name: 'Uzaicināt' }));
    const dialog = within(await screen.findByRole('dialog'));
    const rows = await dialog.findAllByRole('listitem');
    expect(rows.at(-1)?.textContent).toMatch(/Pēteris Kalniņš.*Aizņemts/);
    await user.click(dialog.getByRole('button', { name: 'Uzaicināt Oksana Kovalenko' }));
    expect(asked).toEqual([{ role: 'interpreter', name: 'Oksana Kovalenko', language: 'lv', accountId: uuid(12) }]);
  });

  it('is given a link that is shown once', async () => {
    const { user } = await inCall();
    await user.keyboard('i');
    await user.click(screen.getByRole('button', { name: 'Uzaicināt' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('tab', { name: 'Ar saiti' }));
    await user.click(dialog.getByRole('button', { name: 'Izveidot saiti' }));
    expect(dialog.getByText('Ierakstiet vārdu')).toBeTruthy();
    await user.type(dialog.getByLabelText(/Vārds, kādu redzēs/), 'Jānis Liepiņš{Enter}');
    const link = await dialog.findByLabelText<HTMLInputElement>('Saite: Jānis Liepiņš');
    expect(link.value).toBe(`${location.origin}/join/#K7M2P9QX4TRB`);
  });

  it('takes the call over only after a question', async () => {
    const { server, user } = await inCall('call-people');
    const handed: unknown[] = [];
    server.on(routes.handOver, ({ body }) => {
      handed.push(body);
      return aDesk({ revision: 9 });
    });
    await user.keyboard('i');
    await user.click(screen.getByRole('button', { name: 'Nodot sarunu' }));
    expect(screen.getByText(/Nodot sarunu kolēģim Kristīne Ozoliņa\?/)).toBeTruthy();
    expect(handed).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Nodot' }));
    expect(await screen.findByText('Gaidām nākamo zvanu')).toBeTruthy();
    expect(handed).toEqual([{ invitationId: uuid(1202) }]);
  });
});

describe('a colleague’s invitation', () => {
  it('opens the call beside the desk with one key', async () => {
    const { server, user, opened } = await showScene('desk-invited');
    const answers: unknown[] = [];
    server.on(routes.answerInvitation, ({ body }) => {
      answers.push(body);
      return { code: 'K7M2P9QX4TRB', view: aDesk({ revision: 2 }) };
    });
    await screen.findByRole('alert', { name: 'Kristīne Ozoliņa aicina Jūs sarunā' });
    await user.keyboard('j');
    await waitFor(() => expect(opened).toEqual([`${location.origin}/join/#K7M2P9QX4TRB`]));
    expect(answers).toEqual([{ coming: true }]);
  });

  it('can be refused', async () => {
    const { server, user, opened } = await showScene('desk-invited');
    server.on(routes.answerInvitation, () => ({ code: null, view: aDesk({ revision: 2 }) }));
    await user.click(await screen.findByRole('button', { name: /Nevaru/ }));
    await waitFor(() => expect(screen.queryByText(/aicina Jūs sarunā/)).toBeNull());
    expect(opened).toEqual([]);
  });
});

describe('the citizen', () => {
  it('is put on hold and taken off it by one key, in words', async () => {
    const { server, user, become } = await inCall();
    const held: boolean[] = [];
    server.on(routes.holdConsultation, ({ body }) => {
      held.push(body.held);
      return {};
    });
    await user.keyboard('h');
    become({ held: true });
    expect(await screen.findByText(/Jūs neredz un nedzird, un Jūs viņu arī/)).toBeTruthy();
    await user.keyboard('h');
    await waitFor(() => expect(held).toEqual([true, false]));
  });

  it('gets help at once, after one question', async () => {
    const { server, user, become } = await inCall();
    server.on(routes.callEmergency, () => ({}));
    await user.keyboard('x');
    await user.click(await screen.findByRole('button', { name: 'Izsaukt tūlīt' }));
    await waitFor(() => expect(server.requests.some((request) => request.endsWith('/emergency'))).toBe(true));
    become({ emergencyAt: ago(0) });
    expect(await screen.findByText(/Darbinieki izsaukti plkst. 14.30/)).toBeTruthy();
  });

  it('is asked before anything changes at the kiosk', async () => {
    const { user, sent, hear } = await inCall();
    await user.keyboard('s');
    await user.click(screen.getByRole('button', { name: 'Nākamā kamera' }));
    expect(await screen.findByText('Gaidām iedzīvotāja piekrišanu')).toBeTruthy();
    const [ask] = sent.filter((signal) => signal.kind === 'control.ask');
    hear({ kind: 'control.answer', request: ask?.request, allowed: false });
    expect(await screen.findByText('Iedzīvotājs nepiekrita')).toBeTruthy();
  });

  it('shows a document, and its picture comes into the case', async () => {
    const { server, user, sent, hear } = await inCall('call-document-on');
    await user.keyboard('o');
    await user.click(screen.getByRole('button', { name: 'Uzņemt attēlu' }));
    const [ask] = sent.filter((signal) => signal.kind === 'document.ask');
    expect(ask).toMatchObject({ want: 'picture' });
    server.requests.length = 0;
    hear({ kind: 'document.answer', request: ask?.request, done: true });
    expect(await screen.findByText('Attēls saglabāts gadījumā')).toBeTruthy();
    await waitFor(() => expect(server.requests).toContain(`get /api/v1/service-cases/${uuid(700)}`));
  });
});

describe('what happens to the connection', () => {
  it('is said in calm words, and nothing is to be done', async () => {
    const { entered } = await inCall();
    act(() => entered[0]?.update({ phase: 'reconnecting', recovery: { rung: 'rejoin', sinceMs: performance.now() } }));
    expect(screen.getByText(/Savienojam zvanu no jauna/)).toBeTruthy();
    act(() => entered[0]?.update({ phase: 'in-call', recovery: null, path: 'direct' }));
    expect(screen.getByText(/Attēls un skaņa iet tieši/)).toBeTruthy();
  });

  it('is told by the server where the kiosk went away', async () => {
    const { entered, become } = await inCall();
    act(() => entered[0]?.update({ remote: null, parties: [] }));
    become({ away: { citizen: true, specialist: false, node: false } });
    expect(await screen.findByText('Kioska savienojums ir pārtrūcis')).toBeTruthy();
  });
});

describe('the chat', () => {
  it('shows what others write, marks what was not read, and loses nothing', async () => {
    const { server, user, live, hear } = await inCall();
    const lines = [aLine(1, 'Labdien!')];
    server.on(routes.listChat, ({ query }) => ({
      messages: lines.filter(({ sequence }) => sequence > Number(query.after)),
    }));
    server.on(routes.writeChat, ({ body }) => {
      const line = aLine(lines.length + 1, body.text, { from: 'specialist', name: 'Anna Bērziņa' });
      lines.push(line);
      return line;
    });
    await screen.findByRole('tab', { name: /Tērzēšana \(2\)/ });
    await user.keyboard('t');
    expect(await screen.findByRole('tab', { name: 'Tērzēšana' })).toBeTruthy();
    hear({ kind: 'draft', text: 'Vai man' });
    expect(screen.getByText('Vai man')).toBeTruthy();
    lines.push(aLine(2, 'a'), aLine(3, 'b'), aLine(4, 'Vai man jānāk pašai?'));
    act(() => live().onChat({ consultationId: aCurrent().id, latest: 4 }));
    expect(await screen.findByText('Vai man jānāk pašai?')).toBeTruthy();
    server.isAway = true;
    await user.type(screen.getByRole('textbox', { name: /Jūsu ziņa/ }), 'Jā{Enter}');
    expect(await screen.findByText('Vēl nav nosūtīta; mēģinām vēlreiz')).toBeTruthy();
    server.isAway = false;
    act(() => live().onStatus('connected'));
    await waitFor(() => expect(screen.queryByText('Vēl nav nosūtīta; mēģinām vēlreiz')).toBeNull());
    expect(screen.getByText('Jā')).toBeTruthy();
  });

  it('keeps what is being written while another tab or screen is looked at', async () => {
    const { user } = await inCall();
    await user.keyboard('t');
    await user.type(screen.getByRole('textbox', { name: /Jūsu ziņa/ }), 'Brīvības iela');
    await user.click(screen.getByRole('link', { name: /Gadījumi/ }));
    await user.click(await screen.findByRole('button', { name: 'Atgriezties zvanā' }));
    await user.keyboard('t');
    expect(await screen.findByDisplayValue('Brīvības iela')).toBeTruthy();
  });
});

describe('captions', () => {
  it('are offered only where there is a recogniser', async () => {
    const { user } = await inCall();
    await user.keyboard('s');
    expect(screen.queryByRole('switch', { name: /runu kā tekstu/ })).toBeNull();
  });

  it('of others stand under their picture', async () => {
    const { hear } = await inCall();
    hear({ kind: 'caption', id: uuid(9), text: 'Es gribētu pieteikties', final: false });
    expect(await screen.findByText('Es gribētu pieteikties')).toBeTruthy();
  });

  it('of one’s own speech are told to the others while they are on', async () => {
    const captions = new CaptionSourceDouble();
    const { user, sent } = await inCall('desk-call', ({ ports }) => {
      const track: MediaStreamTrack = Object.assign(Object.create(null), {
        addEventListener: () => {},
        stop: () => {},
        getSettings: () => ({}),
      });
      Object.assign(ports, { captions, calls: { ...ports.calls, openMicrophone: async () => track } });
    });
    const heard = () => sent.flatMap((signal) => (signal.kind === 'caption' ? [signal.text] : []));
    await user.keyboard('s');
    captions.say({ id: uuid(9), text: 'Pirms tam', final: true });
    await user.click(screen.getByRole('switch', { name: /runu kā tekstu/ }));
    await waitFor(() => expect(captions.listening).toMatchObject([{ language: 'lv' }]));
    captions.say({ id: uuid(9), text: 'Labdien', final: true });
    await waitFor(() => expect(heard()).toEqual(['Labdien']));
    await user.click(screen.getByRole('switch', { name: /runu kā tekstu/ }));
    expect(captions.listening).toEqual([]);
  });
});

describe('the case', () => {
  it('shows a picture large, and deletes it after a question', async () => {
    const { server, user } = await inCall('call-picture');
    const deleted: string[] = [];
    server.on(routes.deletePicture, ({ params }) => {
      deleted.push(params.pictureId);
      return {};
    });
    await user.keyboard('b');
    const [first] = await screen.findAllByRole('button', { name: /Uzņemts/ });
    if (first) await user.click(first);
    const dialog = within(await screen.findByRole('dialog', { name: /Uzņemts 20\.11\.2026 14\.28/ }));
    await user.click(dialog.getByRole('button', { name: 'Dzēst attēlu' }));
    await user.click(dialog.getByRole('button', { name: 'Dzēst attēlu' }));
    await waitFor(() => expect(deleted).toEqual([uuid(1401)]));
  });

  it('says why it could not be deleted', async () => {
    const { server, user } = await inCall('call-picture');
    server.on(routes.deletePicture, () => Promise.reject(new ProblemError('illegal-transition')));
    await user.keyboard('b');
    const [first] = await screen.findAllByRole('button', { name: /Uzņemts/ });
    if (first) await user.click(first);
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Dzēst attēlu' }));
    await user.click(dialog.getByRole('button', { name: 'Dzēst attēlu' }));
    expect(await dialog.findByText('Attēlu neizdevās dzēst')).toBeTruthy();
  });
});
