import { auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { ago, anAccount, uuid } from './builders.ts';
import { type Scene, signedIn } from './scene.ts';

const caseNumber = 'VSAA-2027-000412';
const deeds = [
  ['service-case.read', 'done', null],
  ['citizen-identity.reveal', 'done', 'Jāpārbauda iesniegums'],
  ['service-case.list', 'done', null],
  ['session.sign-in', 'refused', null],
  ['picture.read', 'done', null],
] as const;

const entries = deeds.map(([action, result, reason], index) => ({
  id: uuid(1501 + index),
  at: ago(60 * (index + 1)),
  actor:
    result === 'refused'
      ? { kind: 'nobody', id: null, name: null }
      : { kind: 'staff', id: anAccount('specialist').id, name: 'Anna Bērziņa' },
  action,
  subject: { kind: 'service-case', id: uuid(700) },
  case: result === 'refused' ? null : { id: uuid(700), number: caseNumber },
  reason,
  result,
  requestId: uuid(1600 + index),
  sourceIp: '192.0.2.17',
  number: 4_812 - index,
}));

const looks = {
  case: {
    id: uuid(700),
    number: caseNumber,
    institution: {
      lv: 'Valsts sociālās apdrošināšanas aģentūra',
      en: 'State Social Insurance Agency',
      ru: 'Государственное агентство социального страхования',
      uk: 'Державне агентство соціального страхування',
    },
    askedAt: ago(86_400),
  },
  looks: deeds.map(([action, result, reason], index) => ({
    id: uuid(1501 + index),
    at: ago(86_400 - 60 * index),
    organisation: 'Valsts sociālās apdrošināšanas aģentūra',
    post: index === 4 ? 'guest' : 'specialist',
    action,
    reason,
    result,
  })),
};

const arrange: Scene['arrange'] = (fakes) => {
  signedIn('administrator', fakes);
  fakes.server
    .on(auditRoutes.listAudit, () => auditRoutes.listAudit.reply.parse({ entries, nextCursor: entries[4]?.id ?? null }))
    .on(auditRoutes.exportAudit, () => ({ name: 'record.csv', text: '', entries: 5, whole: true }))
    .on(auditRoutes.readLooks, () => auditRoutes.readLooks.reply.parse(looks));
};

export const recordScenes = {
  record: { path: '/record', arrange },
  'record-citizen': {
    path: '/record/citizen',
    arrange,
    steps: [['main input', caseNumber], 'main button[type=submit]'],
  },
} satisfies Record<string, Scene>;
