import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProblemError, type ProblemType, problemTypes } from '../domain/problems.ts';
import { fromProblem, invalidRequest, Problem, problemName, toProblem } from './problem.ts';

const types = Object.keys(problemTypes).filter((name): name is ProblemType => name in problemTypes);

describe('a problem', () => {
  it.each(types)('of the type %s comes over the wire as it was thrown', (type) => {
    const thrown = new ProblemError(type, 'More about it', {
      fields: [{ pointer: '/body/name', detail: 'Too long' }],
      retryAfterSeconds: 7,
    });
    const problem = Problem.parse(JSON.parse(JSON.stringify(toProblem(thrown, 'request-1'))));
    expect(problem).toMatchObject({ status: problemTypes[type].status, requestId: 'request-1' });
    expect(fromProblem(problem)).toMatchObject({
      type,
      message: 'More about it',
      fields: [{ pointer: '/body/name', detail: 'Too long' }],
      retryAfterSeconds: 7,
    });
  });

  it('says nothing twice, and has no empty members', () => {
    expect(toProblem(new ProblemError('not-found'))).toEqual({
      type: 'urn:remote-clerk:problem:not-found',
      title: 'There is no such thing here',
      status: 404,
    });
  });

  it.each([new Error('the password of the database is hunter2'), 'hunter2', null, { message: 'hunter2' }])(
    'tells nothing of what broke inside: %s',
    (thrown) => {
      expect(toProblem(thrown)).toMatchObject({ type: 'urn:remote-clerk:problem:internal', status: 500 });
      expect(JSON.stringify(toProblem(thrown))).not.toContain('hunter2');
    },
  );

  it('tells nothing of its cause', () => {
    const thrown = new ProblemError('unavailable', undefined, { cause: new Error('connect 10.0.0.7') });
    expect(JSON.stringify(toProblem(thrown))).not.toContain('10.0.0.7');
  });

  it('of a type that is not known here counts as one inside', () => {
    expect(problemName({ type: 'urn:remote-clerk:problem:of-next-year' })).toBe('internal');
    expect(problemName({ type: 'urn:remote-clerk:problem:toString' })).toBe('internal');
  });
});

describe('a request that is not valid', () => {
  const errorOf = (schema: z.ZodType, value: unknown) => {
    const { error } = schema.safeParse(value);
    if (!error) throw new Error('It is valid');
    return error;
  };

  it('is told all wrong fields, each by a JSON pointer', () => {
    const schema = z.object({ name: z.string(), rooms: z.array(z.object({ id: z.uuid() })) });
    const { fields } = invalidRequest(errorOf(schema, { name: 1, rooms: [{ id: 'x' }] }), '/body');
    expect(fields.map(({ pointer }) => pointer)).toEqual(['/body/name', '/body/rooms/0/id']);
  });

  it('is pointed at as a whole when nothing of it is right', () => {
    expect(invalidRequest(errorOf(z.object({}), null)).fields.map(({ pointer }) => pointer)).toEqual(['']);
  });

  it('gets no answer that is many times as long as itself', () => {
    const { fields } = invalidRequest(
      errorOf(
        z.array(z.uuid()),
        Array.from({ length: 10_000 }, () => 1),
      ),
    );
    expect(fields).toHaveLength(50);
  });
});
