import { invalid } from './errors.ts';

export type Operation =
  | 'batch'
  | 'buckets.get'
  | 'buckets.getIamPolicy'
  | 'buckets.insert'
  | 'buckets.patch'
  | 'buckets.testIamPermissions'
  | 'folders.insert'
  | 'objectAccessControls.delete'
  | 'objectAccessControls.insert'
  | 'objectAccessControls.list'
  | 'objects.copy'
  | 'objects.delete'
  | 'objects.get'
  | 'objects.get.media'
  | 'objects.insert'
  | 'objects.insert.start'
  | 'objects.insert.chunk'
  | 'objects.list'
  | 'objects.move'
  | 'objects.patch'
  | 'objects.restore'
  | 'objects.rewrite'
  | 'objects.update'
  | 'unknown'
  | 'xml.get';

/** The operations that change nothing. */
const READS: readonly Operation[] = [
  'buckets.get',
  'buckets.getIamPolicy',
  'buckets.testIamPermissions',
  'objectAccessControls.list',
  'objects.get',
  'objects.get.media',
  'objects.list',
  'xml.get',
];

export const isWrite = (operation: Operation): boolean => !READS.includes(operation);

/** A batch is what is in it: nothing says of its own that the whole of it was not carried out, or in part. */
export const mayChange = ({ operation, body }: Pick<GcsCall, 'operation' | 'body'>): boolean =>
  operation === 'batch' ? /^(DELETE|PATCH|POST|PUT) \//m.test(body.toString('latin1')) : isWrite(operation);

/** A request, understood: the body complete, the names decoded. */
export interface GcsCall {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  readonly bucket: string | undefined;
  /** The object; the source, where there are two. */
  readonly key: string | undefined;
  /** The destination of a copy, a rewrite or a move. */
  readonly to: { readonly bucket: string; readonly key: string } | undefined;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The number of the batch that it came in, if in one. */
  readonly batch: number | undefined;
}

/** A generation or another whole number of the query. */
export function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d+$/.test(text)) throw invalid(`Invalid value for ${name}: ${text}`);
  return Number(text);
}

export function jsonOf(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    // Go's client sends `null` where it has no resource to give, and the service takes it.
    if (value === null) return {};
    if (typeof value === 'object') return value as Record<string, unknown>;
  } catch {
    // Told below, as for any other value that is no object.
  }
  throw invalid('Parse Error');
}
