import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { Person, type Right, type RightRequest, RightStep } from '@remote-clerk/shared/contracts/rights.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { isOpen } from '@remote-clerk/shared/domain/rights.ts';
import { uuid } from './builders.ts';
import type { FakeServer } from './fake-server.ts';
import { aRequest, aReview, aReviewItem, aRight, inDays, organisations, roles, staff } from './rights-builders.ts';

/** Of everything something: rights that go on, end soon, have not begun; requests in every state. */
export const usualRights = [
  aRight({ id: uuid(1702), validUntil: inDays(12) }),
  aRight({
    id: uuid(1703),
    account: staff.kristine,
    role: { id: uuid(1601), name: 'Kontaktpunkta vadītāja vietnieks' },
    organisation: organisations.municipality,
    delegatedBy: staff.inese,
    validUntil: inDays(24),
  }),
  aRight({ id: uuid(1704), account: staff.inese, role: { id: 'clerk', name: null } }),
  aRight({ id: uuid(1705), account: staff.peteris, state: 'coming', validFrom: inDays(10) }),
  aRight({
    id: uuid(1706),
    account: staff.liga,
    role: { id: 'manager', name: null },
    organisation: organisations.municipality,
    withdrawable: false,
  }),
];

export const usualRequests = [
  aRequest({ askedAt: inDays(-4) }),
  aRequest({
    id: uuid(1802),
    askedAt: inDays(-3),
    account: staff.kristine,
    askedBy: staff.inese,
    role: { id: 'administrator', name: null },
    organisation: organisations.municipality,
    state: 'approved',
    approvalsNeeded: 2,
    why: 'Aizstās Juri, kamēr viņš ir mācībās, un pārvaldīs kontaktpunkta kioskus un darbiniekus.',
    decisions: [{ by: staff.juris, at: inDays(-1), approved: true, reason: null }],
    validFrom: inDays(10),
  }),
  aRequest({
    id: uuid(1803),
    askedAt: inDays(-1),
    kind: 'renewal',
    account: staff.liga,
    askedBy: staff.liga,
    role: { id: 'manager', name: null },
    organisation: organisations.municipality,
    approvalsNeeded: 2,
    decidable: false,
    withdrawable: true,
  }),
  aRequest({
    id: uuid(1804),
    kind: 'delegation',
    account: staff.peteris,
    askedBy: staff.anna,
    delegatedBy: staff.anna,
    why: 'Atvaļinājums.',
    validFrom: inDays(5),
    validUntil: inDays(19),
  }),
  aRequest({
    id: uuid(1805),
    account: staff.marta,
    askedBy: staff.marta,
    role: { id: 'auditor', name: null },
    state: 'refused',
    decidable: false,
    approvalsNeeded: 2,
    decisions: [{ by: staff.juris, at: inDays(-6), approved: false, reason: 'Auditam norīkots cits kolēģis.' }],
    askedAt: inDays(-9),
  }),
];

export type RightsWorld = { rights?: readonly Right[]; requests?: readonly RightRequest[] };

/** What the server answers about rights, as far as it follows from these. */
export function arrangeRights(
  server: FakeServer,
  { rights = usualRights, requests = usualRequests }: RightsWorld = {},
) {
  const known = new Map(requests.map((request) => [String(request.id), request]));
  const get = (id: string) => known.get(id) ?? aRequest();
  const change = (id: string, to: Partial<RightRequest>) => {
    const next = { ...get(id), decidable: false, ...to };
    known.set(id, next);
    return next;
  };
  const decision = (approved: boolean, reason: string | null) => ({
    by: Person.parse(staff.liga),
    at: inDays(0),
    approved,
    reason,
  });
  server
    .on(rightsRoutes.readOwnRights, () => ({ rights: [...rights], requests: [...known.values()] }))
    .on(rightsRoutes.readRightsCounts, () => ({
      toDecide: [...known.values()].filter(({ decidable }) => decidable).length,
      toReview: 3,
    }))
    .on(rightsRoutes.listRightsChoices, () =>
      rightsRoutes.listRightsChoices.reply.parse({ roles, organisations: Object.values(organisations) }),
    )
    .on(rightsRoutes.findColleagues, ({ query }) =>
      rightsRoutes.findColleagues.reply.parse({
        people: Object.values(staff)
          .filter(({ name }) => name.toLowerCase().includes(String(query.search).toLowerCase()))
          .map((person) => ({ ...person, organisation: organisations.centre, sameOrganisation: true })),
      }),
    )
    .on(rightsRoutes.askForRight, () => aRequest({ decidable: false, withdrawable: true }))
    .on(rightsRoutes.askForDelegation, () => aRequest({ kind: 'delegation' }))
    .on(rightsRoutes.listRightRequests, ({ query }) => ({
      requests: [...known.values()].filter(({ state }) => !query.state || state === query.state),
      nextCursor: null,
    }))
    .on(rightsRoutes.approveRightRequest, ({ params }) => {
      const { decisions, approvalsNeeded } = get(params.requestId);
      const all = [...decisions, decision(true, null)];
      return change(params.requestId, {
        decisions: all,
        state: all.length < approvalsNeeded ? 'approved' : 'effective',
      });
    })
    .on(rightsRoutes.refuseRightRequest, ({ params, body }) =>
      change(params.requestId, { state: 'refused', decisions: [decision(false, body.reason)] }),
    )
    .on(rightsRoutes.takeBackRightRequest, ({ params }) =>
      change(params.requestId, { state: 'withdrawn', withdrawable: false }),
    )
    .on(rightsRoutes.listRights, ({ query }) => ({
      rights: rights.filter(
        ({ account, state }) =>
          (!query.accountId || account.id === query.accountId) &&
          (!query.state || state === query.state) &&
          (!query.search || account.name.toLowerCase().includes(query.search.toLowerCase())),
      ),
      nextCursor: null,
    }))
    .on(rightsRoutes.readRightsSettings, () => ({ absenceDays: 90 }))
    .on(rightsRoutes.changeRightsSettings, ({ body }) => body)
    .on(rightsRoutes.readRightsHistory, () => ({
      account: Person.parse(staff.anna),
      steps: (['withdrawn', 'confirmed', 'granted', 'approved', 'asked'] as const).map((step, index) =>
        RightStep.parse({
          at: inDays(-1 - index * 20),
          step,
          role: { id: 'specialist', name: null },
          organisation: organisations.centre,
          by: step === 'asked' ? staff.anna : step === 'granted' ? null : staff.liga,
          reason: step === 'withdrawn' ? 'Pāriet darbā uz citu iestādi.' : null,
        }),
      ),
      nextCursor: null,
    }))
    .on(rightsRoutes.listRoles, () => ({
      roles,
      givable: roles.flatMap(({ id, permissions }) => (id === 'manager' ? permissions : [])),
    }));
  arrangeReviews(server);
  return { isOpen: (id: string) => isOpen(get(id)) };
}

function arrangeReviews(server: FakeServer): void {
  const items = new Map(
    [
      aReviewItem(1, { lastSignedInAt: inDays(-140) }),
      aReviewItem(2, {
        right: aRight({ account: staff.kristine, role: { id: 'administrator', name: null } }),
        lastSignedInAt: null,
      }),
      aReviewItem(3, { right: aRight({ account: staff.liga, role: { id: 'manager', name: null } }), decidable: false }),
      aReviewItem(4, {
        right: aRight({ account: staff.peteris }),
        state: 'confirmed',
        decidable: false,
        decidedAt: inDays(-3),
        decidedBy: staff.juris,
      }),
    ].map((item) => [String(item.id), item]),
  );
  const get = (id: string) => items.get(id) ?? aReviewItem(1);
  const decide = (id: string, state: 'confirmed' | 'withdrawn') => {
    const decided = { ...get(id), state, decidable: false, decidedAt: inDays(0), decidedBy: Person.parse(staff.liga) };
    items.set(id, decided);
    return decided;
  };
  const count = (state: string) => [...items.values()].filter((item) => item.state === state).length;
  const review = () =>
    aReview({
      progress: { open: count('open'), confirmed: count('confirmed'), withdrawn: count('withdrawn'), gone: 0 },
    });
  server
    .on(rightsRoutes.listRightsReviews, () => ({
      reviews: [
        review(),
        aReview({
          id: uuid(1902),
          openedBy: staff.juris,
          openedAt: inDays(-200),
          dueAt: inDays(-170),
          progress: { open: 0, confirmed: 31, withdrawn: 4, gone: 3 },
          closedAt: inDays(-170),
        }),
      ],
      nextCursor: null,
    }))
    .on(rightsRoutes.openRightsReview, () => Promise.reject(new ProblemError('conflict')))
    .on(rightsRoutes.readRightsReview, () => ({ review: review(), items: [...items.values()], nextCursor: null }))
    .on(rightsRoutes.confirmReviewedRight, ({ params }) => decide(params.itemId, 'confirmed'))
    .on(rightsRoutes.withdrawReviewedRight, ({ params }) => decide(params.itemId, 'withdrawn'));
}

/** A tree of every kind of organisation, that grows and takes other names. */
export function arrangeOrganisations(server: FakeServer): void {
  const { agency, municipality, centre } = organisations;
  const counts = { institutions: 0, contactPoints: 0, staff: 0 };
  const tree = organisationRoutes.listOrganisations.reply.parse({
    organisations: [
      { ...agency, kind: 'institution', institutions: 2, contactPoints: 1, staff: 41 },
      { ...municipality, kind: 'municipality', ...counts, institutions: 1, staff: 21 },
      { ...centre, kind: 'unit', ...counts, staff: 8 },
      {
        ...counts,
        id: uuid(404),
        parentId: municipality.id,
        kind: 'enterprise',
        name: 'SIA „Kuldīgas komunālie pakalpojumi”',
      },
    ],
  }).organisations;
  server
    .on(organisationRoutes.listOrganisations, () => ({ organisations: tree }))
    .on(organisationRoutes.createOrganisation, ({ body }) => {
      const added = organisationRoutes.createOrganisation.reply.parse({ ...counts, ...body, id: uuid(405) });
      tree.push(added);
      return added;
    });
}
