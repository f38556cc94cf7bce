import { z } from 'zod';

type Path = readonly string[];
export type Spoilt = { what: string; value: Record<string, unknown> };

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
/** As it comes from a wire: an own property of that name. */
const polluting = (): unknown =>
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');

/** What is put in the place of every field, whatever it should be. */
const wrongValues: Record<string, unknown> = {
  null: null,
  'a boolean': true,
  zero: 0,
  'a negative number': -1,
  'a fraction': 1.5,
  'the greatest whole number': Number.MAX_SAFE_INTEGER,
  'one more than 32 bits': 2 ** 31,
  'a number beyond whole numbers': 1e300,
  'an empty text': '',
  'a word': 'word',
  'a very long text': 'ā'.repeat(25_000),
  'a NUL': 'a\u0000b',
  'control characters': 'a\u0007\u001b[2J\r\nb',
  'half a character': 'a\ud800b',
  'a text that turns around': 'a\u202eb\u2066',
  'a picture character': '👩‍👩‍👧',
  SQL: `' or 1=1; drop table accounts; --`,
  markup: '<script>alert(1)</script>',
  'a path': '../../../../etc/passwd',
  'an id of nothing': '00000000-0000-4000-8000-000000000000',
  'an empty object': {},
  'an empty list': [],
  'a long list': Array.from({ length: 5_000 }, () => 1),
  'a deep list': deep(1_000),
  'a text in a list': ['word'],
  'an object that reaches for the prototype': polluting(),
};

/** Every field of an object schema by its path, those of objects in it as well. */
export function fieldsOf(schema: z.ZodType, path: Path = []): Path[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    const inner: unknown = schema.unwrap();
    return inner instanceof z.ZodType ? fieldsOf(inner, path) : [];
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => {
      const there = [...path, name];
      return field instanceof z.ZodType ? [there, ...fieldsOf(field, there)] : [];
    });
  }
  if (schema instanceof z.ZodArray) {
    const element: unknown = schema.element;
    const first = [...path, '0'];
    return element instanceof z.ZodType ? [first, ...fieldsOf(element, first)] : [];
  }
  return [];
}

/** The good value with each field wrong in every way, one at a time, with fields left out, and with ones that nobody asked for. */
export function* spoil(schema: z.ZodType, good: Record<string, unknown>): Generator<Spoilt> {
  for (const path of fieldsOf(schema)) {
    const name = path.join('.');
    for (const [what, wrong] of Object.entries(wrongValues))
      yield { what: `${name}: ${what}`, value: put(good, path, wrong) };
    yield { what: `${name}: left out`, value: put(good, path, undefined) };
  }
  yield {
    what: 'a field that nobody asked for',
    value: { ...good, unasked: 'yes', isAdmin: true, role: 'administrator' },
  };
  yield { what: 'one that reaches for the prototype', value: { ...good, ...Object(polluting()) } };
}

function put(target: Record<string, unknown>, [name = '', ...rest]: Path, value: unknown): Record<string, unknown> {
  const copy = structuredClone(target);
  const inner = z.record(z.string(), z.unknown()).safeParse(copy[name]);
  const list = z.array(z.unknown()).safeParse(copy[name]);
  if (rest.length === 0) {
    if (value === undefined) delete copy[name];
    else copy[name] = value;
  } else if (list.success) {
    const [, ...others] = list.data;
    const first = rest.length === 1 ? value : put(Object(list.data[0] ?? {}), rest.slice(1), value);
    copy[name] = [first, ...others];
  } else copy[name] = put(inner.success ? inner.data : {}, rest, value);
  return copy;
}
