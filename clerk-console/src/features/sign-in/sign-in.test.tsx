import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDesk, ago, anAccount } from '../../testing/builders.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { arrangeAccount, discovers, replies } from '../../testing/sign-in-scenes.ts';
import { PasskeyError } from './passkeys.ts';

const asked = (requests: readonly string[], request: RegExp) => requests.filter((each) => request.test(each)).length;
const field = (label: string) => screen.findByLabelText<HTMLInputElement>(label);
const login = () => field('Lietotājvārds vai e-pasta adrese');
const desk = () => screen.findByRole('switch', { name: /Jums var zvanīt/ });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);

async function give(user: Awaited<ReturnType<typeof showScene>>['user'], secret: string) {
  await user.type(await login(), 'anna.berzina{Enter}');
  await user.type(await field('Parole'), `${secret}{Enter}`);
}

describe('signing in with a password', () => {
  it('asks for it at once where there is no other way, and opens the desk', async () => {
    const { server, user } = await showScene('sign-in');
    const sent: unknown[] = [];
    server.on(routes.readDesk, () => aDesk());
    server.on(routes.signIn, ({ body }) => {
      sent.push(body);
      return replies.in;
    });
    await give(user, 'zirgi peld jūrā');
    await desk();
    expect(sent).toEqual([{ username: 'anna.berzina', password: 'zirgi peld jūrā' }]);
  });

  it('keeps the name beside the password, where the browser’s memory of passwords looks for it', async () => {
    const { user } = await showScene('sign-in');
    await user.type(await login(), 'anna.berzina{Enter}');
    const password = await field('Parole');
    expect(password.autocomplete).toBe('current-password');
    expect(password.form?.querySelector<HTMLInputElement>('[autocomplete=username]')?.value).toBe('anna.berzina');
  });

  it('says what is wrong and empties the password', async () => {
    const { user } = await showScene('sign-in');
    await give(user, 'nepareiza');
    expect(await screen.findByText('Lietotājvārds vai parole nav pareiza')).toBeTruthy();
    expect((await field('Parole')).value).toBe('');
  });

  it('counts down after too many attempts, and asks nothing meanwhile', async () => {
    const { server, user } = await showScene('sign-in-limited');
    await give(user, 'nepareiza');
    expect(await screen.findByText(/Mēģiniet vēlreiz pēc 4\d sekundēm/)).toBeTruthy();
    await user.type(await field('Parole'), 'cita{Enter}');
    expect(asked(server.requests, /^post .*sessions$/)).toBe(1);
  });

  it('goes back to the name when it was another’s', async () => {
    const { user } = await showScene('sign-in');
    await user.type(await login(), 'anna.berzina{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Mainīt' }));
    expect((await login()).value).toBe('anna.berzina');
  });
});

describe('the second step', () => {
  it('sends the code with its sixth digit, however it is pasted', async () => {
    const { server, user } = await showScene('sign-in-code');
    const codes: string[] = [];
    server.on(routes.readDesk, () => aDesk());
    server.on(routes.giveOneTimeCode, ({ body }) => {
      codes.push(body.code);
      return replies.in;
    });
    await give(user, 'zirgi peld jūrā');
    const code = await field('Sešu ciparu kods');
    expect(code.autocomplete).toBe('one-time-code');
    await user.click(code);
    await user.paste('123 456');
    await desk();
    expect(codes).toEqual(['123456']);
  });

  it('empties the field for another code when one is wrong', async () => {
    const { user } = await showScene('sign-in-code');
    await give(user, 'zirgi peld jūrā');
    await user.type(await field('Sešu ciparu kods'), '000000');
    expect(await screen.findByText('Kods nav pareizs')).toBeTruthy();
    expect((await field('Sešu ciparu kods')).value).toBe('');
  });

  it('begins again when it took too long', async () => {
    const { server, user } = await showScene('sign-in-code');
    server.on(routes.giveOneTimeCode, () => Promise.reject(new ProblemError('sign-in-failed')));
    await give(user, 'zirgi peld jūrā');
    await user.type(await field('Sešu ciparu kods'), '000000');
    expect(await login()).toBeTruthy();
    expect(screen.getByText('Pieslēgšanās netika pabeigta')).toBeTruthy();
  });

  it('is set up before anything else where it is missing, and then lets in', async () => {
    const { server, user } = await showScene('sign-in-set-up');
    server.on(routes.readDesk, () => aDesk());
    server.on(routes.confirmOneTimeCodes, () => {
      server.on(routes.currentSession, () => ({
        account: anAccount('specialist'),
        endsAt: ago(-3600, Date.now()),
        idleMinutes: 30,
      }));
      return routes.readAccountSecurity.reply.parse({
        hasPassword: true,
        secondFactorRequired: true,
        oneTimeCodes: { since: ago(0) },
        passkeys: [],
      });
    });
    await give(user, 'zirgi peld jūrā');
    await user.click(await screen.findByRole('button', { name: 'Ar lietotni tālrunī' }));
    expect(await screen.findByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    await user.type(await field('Sešu ciparu kods'), '123456');
    await desk();
    expect(asked(server.requests, /^post .*one-time-codes$/)).toBe(1);
  });
});

describe('signing in with a passkey', () => {
  it('is led to when the password is right and not enough', async () => {
    const { server, user } = await showScene('sign-in');
    server.on(routes.signIn, () => Promise.reject(new ProblemError('sign-in-failed')));
    server.on(routes.readDesk, () => aDesk()).on(routes.completePasskeySignIn, () => replies.in);
    await give(user, 'zirgi peld jūrā');
    expect(await screen.findByText('Ar paroli vien šeit nepietiek')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Pieslēgties ar piekļuves atslēgu' }));
    await desk();
  });

  it('needs no name', async () => {
    const { server, user } = await showScene('sign-in');
    server.on(routes.readDesk, () => aDesk()).on(routes.completePasskeySignIn, () => replies.in);
    await user.click(await screen.findByRole('button', { name: 'Pieslēgties ar piekļuves atslēgu' }));
    await desk();
  });

  it('says so when none was given, and lets try again', async () => {
    const { server, user } = await showScene('sign-in', ({ passkeys }) => {
      passkeys.ask = () => Promise.reject(new PasskeyError('not-given'));
    });
    await user.click(await screen.findByRole('button', { name: 'Pieslēgties ar piekļuves atslēgu' }));
    expect(await screen.findByText('Piekļuves atslēga netika saņemta')).toBeTruthy();
    expect(asked(server.requests, /^post .*sign-in\/passkeys$/)).toBe(0);
  });

  it('is offered among what the browser fills in, and silent when nobody takes it', async () => {
    const asking: string[] = [];
    const { server } = await showScene('sign-in', ({ passkeys }) => {
      passkeys.offersInFields = async () => true;
      passkeys.ask = (_options, how) => {
        asking.push(how);
        return Promise.reject(new PasskeyError('not-given'));
      };
    });
    await waitFor(() => expect(asking).toEqual(['in-field']));
    expect(asked(server.requests, /^post .*sign-in\/passkeys$/)).toBe(0);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('signing in at the organisation’s provider', () => {
  it('goes there at once where there is no other way', async () => {
    const { gone, user } = await showScene('sign-in-leaving');
    await user.type(await login(), 'anna@kuldiga.example{Enter}');
    await screen.findByText(/Atveram „Kuldīgas novada pašvaldība”/);
    await waitFor(() => expect(gone).toEqual(['https://idp.example.lv/authorize']));
  });

  it('is a choice among others, named after the organisation', async () => {
    const { gone, server, user } = await showScene('sign-in-ways');
    server.on(routes.beginProviderSignIn, () => ({ url: 'https://idp.example.lv/authorize' }));
    await user.type(await login(), 'anna@kuldiga.example{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Turpināt ar Kuldīgas novada pašvaldība' }));
    await waitFor(() => expect(gone).toHaveLength(1));
  });

  it('gives the provider’s answer to the server once, and keeps it out of the address', async () => {
    const answers: string[] = [];
    const { server, router } = await showScene('sign-in-returning', ({ server: before }) => {
      before.on(routes.readDesk, () => aDesk());
      before.on(routes.completeProviderSignIn, ({ body }) => {
        answers.push(body.answer);
        return new Promise(() => {});
      });
    });
    await screen.findByText('Vienu mirkli…');
    await waitFor(() => expect(answers).toEqual(['?code=a-code&state=a-state']));
    expect(router().state.location).toMatchObject({ pathname: '/sign-in', search: '' });
    expect(asked(server.requests, /provider-answers$/)).toBe(1);
  });

  it('leads back to the screen that was asked for', async () => {
    sessionStorage.setItem('sign-in.from', '/cases');
    const { router } = await showScene('sign-in-returning', ({ server }) => {
      server.on(routes.readDesk, () => aDesk());
      server.on(routes.listServiceCases, () => ({ cases: [], nextCursor: null }));
      server.on(routes.completeProviderSignIn, () => replies.in);
    });
    await waitFor(() => expect(router().state.location.pathname).toBe('/cases'));
  });

  it.each([
    ['sign-in-not-registered', 'Šajā sistēmā Jums vēl nav konta'],
    ['sign-in-provider-away', 'Jūsu organizācijas pieslēgšanās sistēma neatbild'],
    ['sign-in-failed', 'Pieslēgšanās netika pabeigta'],
  ] as const)('says what is wrong (%s) and lets begin again', async (scene, words) => {
    await showScene(scene);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(await login()).toBeTruthy();
  });
});

describe('who cannot be found', () => {
  it('is told to look at what was typed', async () => {
    const { server, user } = await showScene('sign-in');
    arrangeAccount(server);
    discovers(server);
    await user.type(await login(), 'anna{Enter}');
    expect(await screen.findByText(/pieslēgšanās nav paredzēta/)).toBeTruthy();
  });
});
