import type { z } from 'zod';
import type { ProblemType } from '../../domain/problems.ts';
import type { Permission } from '../permissions.ts';

/**
 * What a route shows of citizens. Each use of it is put on record without its handler doing anything, and it runs behind the
 * database's second wall.
 */
export type CitizensData = {
  /** What is looked at: the record says `<subject>.read`, or `<subject>.list` of each of many. */
  subject: string;
  /** Where its id stands, e.g. `params.caseId` or `reply.cases.*.id`. Null: it is the caller's own screen. */
  id: `${'params' | 'query' | 'reply'}.${string}` | null;
  /** Where the id of the service case stands, where there is one. */
  caseId?: `${'params' | 'query' | 'reply'}.${string}`;
};

/** One endpoint. `path` has Express's `:name` parameters; all of `params`, `query` and `body` are parsed before anything runs. */
export type Route = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: `/api/v1/${string}`;
  summary: string;
  tag: string;
  permission: Permission | 'public';
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** Where it shows what is known of citizens. */
  citizens?: CitizensData;
  /** What the body of a success is parsed with by the client, and checked against in tests. */
  reply: z.ZodType;
  status: 200 | 201 | 204;
  /** Bytes that its body may have, where that is more than of others. */
  largestBody?: number;
  /** Its body may come form-encoded too: for callers whose protocol says so. */
  form?: true;
  /** Needs an `Idempotency-Key` header; the same key and body get the first answer again. */
  idempotent?: true;
  /** How many refusals one address may get in a minute before it has to wait: for what could be guessed. */
  failuresPerMinute?: number;
  /** How many requests one address may send in a minute, where less than anywhere else is enough for a person. */
  perMinute?: number;
  /** The refusals that a caller should expect beside those that every route can give. */
  problems?: readonly ProblemType[];
};

export const defineRoutes = <const Table extends Record<string, Route>>(table: Table) => table;

type InputOf<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;
type Part<Name extends 'params' | 'query' | 'body', R extends Route> = R[Name] extends z.ZodObject
  ? { [Key in Name]: InputOf<R[Name]> }
  : { [Key in Name]?: never };

/** What a caller gives a route. */
export type RouteInput<R extends Route> = Part<'params', R> & Part<'query', R> & Part<'body', R>;
export type RouteReply<R extends Route> = z.output<R['reply']>;
