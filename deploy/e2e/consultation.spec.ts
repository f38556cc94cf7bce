import { measureReceived } from '../rehearsal/sides/received-media.ts';
import { bothSee, serviceOf, startCall } from './support/call.ts';
import { expect, test } from './support/fixtures.ts';

/** Enough to tell a moving picture from a still and a voice from silence, in seconds. */
const watchSeconds = 3;

test('a citizen talks with a specialist, and it is on record', async ({ kiosk, atWork }) => {
  const ilze = await atWork('ilze');
  await startCall(kiosk, ilze, 'VSAA');
  const [atKiosk, atConsole] = await Promise.all([
    measureReceived(kiosk.page, watchSeconds),
    measureReceived(ilze.page, watchSeconds),
  ]);
  expect(atKiosk).toMatchObject({ seen: 'specialist', heard: 'specialist', pictureMoves: true });
  expect(atConsole).toMatchObject({ seen: 'citizen', heard: 'citizen', pictureMoves: true });

  const { current } = await ilze.readDesk();
  await ilze.write('Jautāja par pensiju.', 'advised');
  await ilze.end();
  await ilze.closeCase();
  await kiosk.rate(4);
  await kiosk.finish();
  if (!current) throw new Error('The desk had no consultation');
  expect(await ilze.readCase(current.caseId)).toMatchObject({
    state: 'ended',
    status: 'closed',
    endReason: 'specialist-ended',
    outcome: 'advised',
    notes: 'Jautāja par pensiju.',
    rating: 4,
  });
});

test('a ring that is declined goes to the next specialist', async ({ kiosk, atWork }) => {
  const ilze = await atWork('ilze');
  const juris = await atWork('juris');
  await kiosk.askFor(serviceOf('VSAA'), 'lv');
  await ilze.ringShownAt();
  await ilze.decline();
  await juris.ringShownAt();
  await bothSee(kiosk, juris, await juris.accept());
  expect((await ilze.readDesk()).ring).toBeNull();
  await juris.end();
  await kiosk.shows('rating');
});

test('a citizen who leaves the line is not rung for any more', async ({ kiosk, atWork }) => {
  const dace = await atWork('dace');
  await kiosk.askFor(serviceOf('VID'), 'lv');
  await dace.ringShownAt();
  await kiosk.leaveLine();
  await kiosk.shows('goodbye');
  await dace.noRing();
  await kiosk.finish();
  expect(await dace.readDesk()).toMatchObject({ ring: null, current: null, waiting: [] });
});

test('a clerk starts a session at the kiosk, sees it go well, leaves the room and returns', async ({
  kiosk,
  kioskName,
  atWork,
  signIn,
}) => {
  const andrejs = await atWork('andrejs');
  const baiba = await signIn('baiba');
  await baiba.startSession(kioskName, 'Pase un personas apliecība');
  await kiosk.shows('meeting');
  await kiosk.agree();
  await kiosk.devicesReady();
  await kiosk.ask();
  await andrejs.ringShownAt();
  await bothSee(kiosk, andrejs, await andrejs.accept());
  await expect(baiba.kioskCard(kioskName)).toContainText('Andrejs Žagatiņš');

  await expect(kiosk.page.getByText('Darbinieks ir telpā')).toBeVisible();
  await baiba.kioskCard(kioskName).getByText('Esmu telpā ar iedzīvotāju').click();
  await expect(kiosk.page.getByText('Jūs esat viens ar speciālistu')).toBeVisible();
  await expect(andrejs.page.getByText('Iedzīvotājs ir viens ar Jums')).toBeVisible();
  await baiba.kioskCard(kioskName).getByText('Neesmu telpā').click();
  await expect(kiosk.page.getByText('Darbinieks ir telpā')).toBeVisible();

  await andrejs.end();
  await kiosk.shows('rating');
});

test.describe('a call comes back after a reload of', () => {
  test("the console's page", async ({ kiosk, atWork }) => {
    const liga = await atWork('liga');
    await startCall(kiosk, liga, 'NVA');
    await liga.page.reload();
    await bothSee(kiosk, liga, 0);
    const atConsole = await measureReceived(liga.page, watchSeconds);
    const atKiosk = await measureReceived(kiosk.page, watchSeconds);
    expect(atConsole).toMatchObject({ seen: 'citizen', heard: 'citizen', pictureMoves: true });
    expect(atKiosk).toMatchObject({ seen: 'specialist', heard: 'specialist', pictureMoves: true });
    await liga.end();
    await kiosk.shows('rating');
  });

  test("the kiosk's page", async ({ kiosk, atWork }) => {
    const dace = await atWork('dace');
    await startCall(kiosk, dace, 'VID');
    await kiosk.page.reload();
    await kiosk.shows('call');
    await bothSee(kiosk, dace, 0);
    const atKiosk = await measureReceived(kiosk.page, watchSeconds);
    const atConsole = await measureReceived(dace.page, watchSeconds);
    expect(atKiosk).toMatchObject({ seen: 'specialist', heard: 'specialist', pictureMoves: true });
    expect(atConsole).toMatchObject({ seen: 'citizen', heard: 'citizen', pictureMoves: true });
    await dace.end();
    await kiosk.shows('rating');
  });
});
