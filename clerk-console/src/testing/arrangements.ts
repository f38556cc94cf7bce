import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { ServiceCaseSummary } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { aCase, ago, anAccount, aService, contactPoint, institution, services, uuid } from './builders.ts';
import type { FakeServer } from './fake-server.ts';

const all = [
  aCase({
    state: 'ended',
    endReason: 'specialist-ended',
    endedAt: ago(40),
    notes: 'Pārrunāti nepieciešamie dokumenti.',
  }),
  aCase({
    id: uuid(701),
    number: '2026-001019',
    state: 'dropped',
    endReason: 'kiosk-lost',
    service: services.family.name,
    language: 'ru',
    askedAt: ago(5000),
    endedAt: ago(4000),
  }),
  aCase({
    id: uuid(703),
    number: '2026-000998',
    status: 'closed',
    state: 'ended',
    endReason: 'citizen-ended',
    service: services.taxes.name,
    askedAt: ago(90_000),
    acceptedAt: ago(89_900),
    liveAt: ago(89_900),
    endedAt: ago(89_000),
    closedAt: ago(88_000),
    outcome: 'application-started',
    notes: 'Iesniegums sākts kopā ar iedzīvotāju.\nPielikumus iesniegs līdz piektdienai.',
    rating: 5,
  }),
];

/** Own cases that can be searched, read, written and closed. */
export function arrangeCases(server: FakeServer): void {
  const cases = new Map(all.map((each) => [String(each.id), each]));
  const get = (caseId: string) => cases.get(caseId) ?? aCase();
  server
    .on(routes.listServiceCases, ({ query }) => {
      const found = [...cases.values()].filter(
        (each) =>
          (!query.status || each.status === query.status) &&
          (!query.search || `${each.number} ${each.service.lv}`.toLowerCase().includes(query.search.toLowerCase())),
      );
      return { cases: found.map((each) => ServiceCaseSummary.parse(each)), nextCursor: null };
    })
    .on(routes.readServiceCase, ({ params }) => get(params.caseId))
    .on(routes.readIdentity, () => ({ identity: null, needed: false }))
    .on(routes.updateServiceCase, ({ params, body }) => {
      const before = get(params.caseId);
      const after = aCase({ ...before, ...body, version: before.version + 1 });
      cases.set(params.caseId, after);
      return after;
    })
    .on(routes.closeServiceCase, ({ params, body }) => {
      const before = get(params.caseId);
      const after = aCase({ ...before, ...body, status: 'closed', closedAt: ago(0), version: before.version + 1 });
      cases.set(params.caseId, after);
      return after;
    });
}

export function arrangeServices(server: FakeServer): void {
  server.on(routes.listContactPointServices, () => ({
    services: [
      aService(services.pension.name, {
        id: services.pension.id,
        bring: {
          lv: 'pase vai personas apliecība',
          en: 'passport or identity card',
          ru: 'паспорт или удостоверение личности',
          uk: 'паспорт або посвідчення особи',
        },
      }),
      aService(services.family.name, { id: services.family.id, languages: ['lv', 'en', 'ru', 'uk'] }),
      aService(services.taxes.name, { id: services.taxes.id, staffed: false, wait: null }),
    ],
  }));
}

const kioskIds = [uuid(801), uuid(802), uuid(803)];

export function arrangeAdministration(server: FakeServer): void {
  const organisationId = anAccount('administrator').organisation.id;
  const reply = {
    institutions: routes.listInstitutions.reply.parse({ institutions: [{ ...institution, organisationId }] }),
    services: routes.listPublicServices.reply.parse({
      services: Object.values(services).map(({ id, name }) => ({
        ...aService(name, { id }),
        organisationId,
        institutionId: institution.id,
        bufferBefore: 0,
        bufferAfter: 5,
        channels: ['kiosk', 'telephone'],
        skill: null,
        needsDocumentCamera: false,
        identity: 'none' as const,
      })),
    }),
    contactPoints: routes.listContactPoints.reply.parse({
      contactPoints: [
        { ...contactPoint, organisationId, address: 'Baznīcas iela 1, Kuldīga', timeZone: 'Europe/Riga' },
      ],
    }),
    kiosks: routes.listKiosks.reply.parse({
      kiosks: kioskIds.map((id, index) => ({
        id,
        organisationId,
        contactPointId: contactPoint.id,
        name: `Kiosks ${index + 1}`,
        enrolled: index < 2,
        online: index === 0,
      })),
    }),
    staff: routes.listStaff.reply.parse({
      staff: (['specialist', 'clerk', 'administrator'] as const).map((who, index) => ({
        ...anAccount(who),
        organisationId,
        disabled: index === 1,
        rights: (['effective', 'asked', 'effective'] as const)[index],
        serviceIds: [],
        languages: ['lv'],
      })),
    }),
  };
  server
    .on(routes.listInstitutions, () => reply.institutions)
    .on(routes.listPublicServices, () => reply.services)
    .on(routes.listContactPoints, () => reply.contactPoints)
    .on(routes.listKiosks, () => reply.kiosks)
    .on(routes.listStaff, () => reply.staff)
    .on(routes.createEnrolmentCode, () => ({ code: 'A7K2M9QX4TRB', expiresAt: ago(-86_400) }))
    .on(routes.revokeKiosk, () => ({}));
}
