import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;
export type Schemas = ReturnType<typeof createSchemas>;

const inline = '#/$defs/';
const shared = '#/components/schemas/';
const AnyObject = z.record(z.string(), z.unknown());
const Parts = z.looseObject({
  properties: z.record(z.string(), AnyObject).optional(),
  required: z.array(z.string()).optional(),
});

/** Renames what `$ref`s point to, at any depth. */
function pointTo(names: Map<string, string>, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => pointTo(names, item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== '$ref' || typeof inner !== 'string') return [key, pointTo(names, inner)];
      const id = inner.slice(inline.length);
      return [key, `${shared}${names.get(id) ?? id}`];
    }),
  );
}

/** Turns zod schemas into JSON Schema; those with an id (`.meta({ id })`) become components and are referred to. */
export function createSchemas() {
  const components: Record<string, JsonSchema> = {};

  /** What a caller gives can differ from what a reply holds (defaults): then the given form has a name of its own. */
  function keep(id: string, schema: JsonSchema): string {
    const known = components[id];
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) return keep(`${id}Given`, schema);
    components[id] = schema;
    return id;
  }

  function convert(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    // Inside an object, so that a schema with an id is referred to here as everywhere else.
    const { properties, $defs = {} } = z.toJSONSchema(z.object({ schema }), {
      io,
      unrepresentable: 'any',
      override({ jsonSchema }) {
        // A format says it better; and a reply may get more fields without breaking anyone.
        if (jsonSchema.format) delete jsonSchema.pattern;
        if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      },
    });
    const names = new Map<string, string>();
    for (const [id, { id: _id, ...definition }] of Object.entries($defs)) {
      names.set(id, keep(id, AnyObject.parse(pointTo(names, definition))));
    }
    return AnyObject.parse(pointTo(names, properties?.schema));
  }

  return {
    components,
    output: (schema: z.ZodType) => convert(schema, 'output'),
    input: (schema: z.ZodType) => convert(schema, 'input'),
    /** The fields of an object that is given, each with its schema. */
    fields(schema: z.ZodObject | undefined): { name: string; required: boolean; schema: JsonSchema }[] {
      if (!schema) return [];
      const { properties = {}, required = [] } = Parts.parse(convert(schema, 'input'));
      return Object.entries(properties).map(([name, field]) => ({
        name,
        required: required.includes(name),
        schema: field,
      }));
    },
  };
}
