// The arrows of ARCHITECTURE.md: apps → shared/call, ui → contracts → domain, and who may import which machinery.

import swcVisitor from '@swc/core/Visitor.js';

// swc reads `using` declarations, but the visitor that dependency-cruiser walks its tree with does not know them.
const { visitStatement } = swcVisitor.Visitor.prototype;
swcVisitor.Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement);
  this.visitVariableDeclarators(statement.decls);
  return statement;
};

const APPS = '(?:scheduler-api|sfu-server|clerk-console|kiosk-app)';
const TESTS = '\\.(?:test|spec)\\.tsx?$|/(?:testing|test)/';

/** A library that only some places may import, so that the rest does not depend on it. */
const only = (library, allowed) => ({
  name: `${library}-only-in-its-place`,
  comment: `${library} is imported only in: ${allowed.join(', ')}`,
  severity: 'error',
  from: { path: `^(?:${APPS}|shared)/`, pathNot: allowed },
  to: { path: `(?:^|/)node_modules/(?:@types/)?${library}/` },
});

/** Part of shared/ may import itself, what lies below it, and libraries. */
const layer = (part, below) => ({
  name: `shared-${part}-looks-down-only`,
  comment: `shared/src/${part} imports nothing of the project but: ${[part, ...below].join(', ')}`,
  severity: 'error',
  from: { path: `^shared/src/${part}/` },
  to: { path: `^(?:shared/src|${APPS})/`, pathNot: `^shared/src/(?:${[part, ...below].join('|')})/` },
});

export default {
  forbidden: [
    {
      name: 'no-app-imports-another',
      comment: 'Apps meet on the wire: what two of them need lives in shared/.',
      severity: 'error',
      from: { path: `^(${APPS})/` },
      to: { path: `^${APPS}/`, pathNot: '^$1/' },
    },
    {
      name: 'shared-imports-no-app',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: `^${APPS}/` },
    },
    {
      name: 'nothing-imports-deploy',
      comment: 'deploy/ is development and operations: it may import anything, what runs may not import it.',
      severity: 'error',
      from: { path: `^(?:${APPS}|shared)/`, pathNot: TESTS },
      to: { path: '^deploy/' },
    },
    layer('domain', []),
    layer('contracts', ['domain']),
    layer('i18n', ['contracts', 'domain']),
    layer('ui', ['i18n', 'contracts', 'domain']),
    layer('call', ['i18n', 'contracts', 'domain']),
    {
      name: 'shared-runs-anywhere',
      comment: 'Everything in shared/ may end up in a browser.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    only('express', ['^scheduler-api/src/http/', 'routes\\.ts$']),
    only('knex', ['^scheduler-api/src/db/', 'repository\\.ts$']),
    only('pg', ['^scheduler-api/src/db/']),
    only('better-sqlite3', ['^scheduler-api/src/db/']),
    only('mediasoup', ['^sfu-server/src/media/']),
    only('electron', ['^kiosk-app/src/(?:main|preload)/']),
    {
      name: 'features-meet-in-services',
      comment: "A feature of the scheduler-api reaches another through that one's service, never its repository.",
      severity: 'error',
      from: { path: '^scheduler-api/src/([^/]+)/', pathNot: [TESTS, '^scheduler-api/src/demo/'] },
      to: { path: '^scheduler-api/src/[^/]+/.*repository\\.ts$', pathNot: '^scheduler-api/src/$1/' },
    },
    {
      name: 'routes-call-services',
      comment: 'routes → service → repository: a route does not reach past its service.',
      severity: 'error',
      from: { path: '^scheduler-api/src/.*routes\\.ts$' },
      to: { path: 'repository\\.ts$' },
    },
    {
      name: 'services-know-no-routes',
      severity: 'error',
      from: { path: '^scheduler-api/src/.*(?:service|repository)\\.ts$' },
      to: { path: 'routes\\.ts$' },
    },
    {
      name: 'repositories-know-no-services',
      severity: 'error',
      from: { path: '^scheduler-api/src/.*repository\\.ts$' },
      to: { path: 'service\\.ts$' },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere would escape all the rules above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'browser', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts', '.css'],
    },
  },
};
