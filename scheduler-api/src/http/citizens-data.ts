import type { CitizensData, Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { type OrganisationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type Audit, type AuditEvent, actorOf } from '../audit/audit.ts';
import type { Database } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';
import type { ParsedRequest } from './parse-request.ts';
import type { Principal } from './principal.ts';

type Look = {
  route: Route;
  principal: Principal | undefined;
  scope: Scope | undefined;
  request: ParsedRequest;
  requestId: string;
  sourceIp: string;
};

export type CitizensDoor = ReturnType<typeof createCitizensDoor>;

/** The one way to what is known of citizens: whoever takes it is on record, and PostgreSQL looks after whose it is. */
export function createCitizensDoor({ db, audit }: { db: Database; audit: Audit }) {
  /** What all entries of one look say. Undefined for those whose own data it is, and for strangers, whom anybody could multiply. */
  function lookOf({ route, principal, scope, requestId, sourceIp }: Look) {
    if (!route.citizens || !principal || principal.kind === 'kiosk' || principal.kind === 'node') return undefined;
    const organisationId: OrganisationId =
      scope?.kind === 'organisation' ? scope.organisationId : principal.organisationId;
    return { look: route.citizens, event: { organisationId, actor: actorOf(principal), requestId, sourceIp } };
  }

  return {
    /** Records that somebody was not let in, or not shown what they asked for. */
    async refused(look: Look): Promise<void> {
      const of = lookOf(look);
      if (!of) return;
      const { params, query } = look.request;
      const events = eventsOf(of.look, { params, query, reply: undefined });
      await audit.recordAll(events.map((event) => ({ ...of.event, ...event, result: 'refused' })));
    },

    /** Runs a handler; what it shows is on record in the same transaction, or is not shown. */
    async through(look: Look, handle: () => Promise<unknown>): Promise<unknown> {
      const of = lookOf(look);
      const { scope, route } = look;
      if (!route.citizens) return handle();
      const shown = async () => {
        const reply = await handle();
        const { params, query } = look.request;
        if (of) {
          const events = eventsOf(of.look, { params, query, reply });
          await audit.recordAll(events.map((event) => ({ ...of.event, ...event })));
        }
        return reply;
      };
      try {
        // What changes something also makes others' lines move on: those it must see.
        const walled = route.method === 'get' && scope?.kind === 'organisation';
        return await (walled ? db.behindWall(scope.within, shown) : shown());
      } catch (error) {
        if (error instanceof ProblemError) await this.refused(look);
        throw error;
      }
    },
  };
}

type Seen = Pick<AuditEvent, 'action' | 'subject' | 'caseId'>;

/** One for each thing that was shown; of a list without any, one that says that it was asked for. */
function eventsOf({ subject, id, caseId }: CitizensData, from: Record<string, unknown>): Seen[] {
  const isList = id?.includes('*') ?? false;
  const action = `${subject}.${isList ? 'list' : 'read'}`;
  const cases = caseId ? valuesAt(from, caseId) : [];
  const seen = (id ? valuesAt(from, id) : []).map((one, index) => ({
    action,
    subject: { kind: subject, id: one },
    caseId: ServiceCaseId.safeParse(cases[index]).data,
  }));
  return seen.length > 0 ? seen : [{ action, caseId: ServiceCaseId.safeParse(cases[0]).data }];
}

/** The texts that stand at a path, where `*` is each of a list. */
function valuesAt(from: unknown, path: string): string[] {
  const found = path.split('.').reduce<unknown[]>(
    (values, step) =>
      values.flatMap((value): unknown[] => {
        if (step === '*') return Array.isArray(value) ? value : [];
        if (value === null || typeof value !== 'object') return [];
        return [Object.getOwnPropertyDescriptor(value, step)?.value];
      }),
    [from],
  );
  return found.filter((value) => typeof value === 'string');
}
