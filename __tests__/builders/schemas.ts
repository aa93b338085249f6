import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const FOLDER = new URL('../../docs/schemas/', import.meta.url);

type Json = Record<string, unknown>;

/** Every published schema, `report` by `report.schema.json`. */
export const SCHEMAS: ReadonlyMap<string, Json> = new Map(
  readdirSync(FOLDER).map((file) => [
    file.replace('.schema.json', ''),
    JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Json,
  ]),
);

/** Readers ignore fields that they don't know; our own tests don't: each must stand in its schema. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isIndex = 'properties' in inner && Object.keys(inner.properties as Json).join() === 'releases';
  return 'properties' in inner && !isIndex ? { ...inner, additionalProperties: false } : inner;
}

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
// The package is CommonJS: its default export is the module where it is loaded as one.
const addFormats = (formats as unknown as { default?: typeof formats }).default ?? formats;
(addFormats as unknown as (to: Ajv2020) => void)(ajv);
for (const schema of SCHEMAS.values()) ajv.addSchema(closed(schema) as Json);

/** What is wrong with the document by its schema; nothing when it is right. */
export function schemaProblems(name: string, document: unknown): readonly string[] {
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (validate === undefined) throw new Error(`there is no schema ${name}`);
  validate(document);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
}
