import { invalid } from './errors.ts';

interface Mask {
  [name: string]: Mask | true;
}

/** The part of an answer that `fields=` asks for: cloud.google.com/storage/docs/json_api#partial-response. */
export function partial(value: unknown, fields: string | null): unknown {
  if (fields === null || fields === '' || fields === '*') return value;
  const parser = { text: fields, at: 0 };
  const mask = parseMask(parser);
  if (parser.at !== fields.length) throw invalid(`Invalid field selection ${fields}`);
  return select(value, mask);
}

/** `a,b/c,d(e,f)`, up to the end or a closing bracket. */
function parseMask(parser: { readonly text: string; at: number }): Mask {
  const mask: Mask = {};
  for (;;) {
    const path = /^[\w*-]+(?:\/[\w*-]+)*/.exec(parser.text.slice(parser.at))?.[0] ?? '';
    if (path === '') throw invalid(`Invalid field selection ${parser.text}`);
    parser.at += path.length;
    let inner: Mask | true = true;
    if (parser.text[parser.at] === '(') {
      parser.at += 1;
      inner = parseMask(parser);
      if (parser.text[parser.at] !== ')') throw invalid(`Invalid field selection ${parser.text}`);
      parser.at += 1;
    }
    put(mask, path.split('/'), inner);
    if (parser.text[parser.at] !== ',') return mask;
    parser.at += 1;
  }
}

function put(mask: Mask, [name = '', ...rest]: string[], inner: Mask | true): void {
  const before = mask[name];
  if (rest.length === 0) {
    mask[name] = typeof before === 'object' && inner !== true ? { ...before, ...inner } : inner;
    return;
  }
  const next = typeof before === 'object' ? before : {};
  if (before !== true) mask[name] = next;
  put(next, rest, inner);
}

function select(value: unknown, mask: Mask | true): unknown {
  if (mask === true || mask['*'] === true) return value;
  if (Array.isArray(value)) return value.map((item) => select(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  const chosen = Object.entries(value).filter(([name]) => name in mask || '*' in mask);
  return Object.fromEntries(
    chosen.map(([name, item]) => [name, select(item, mask[name] ?? mask['*'] ?? true)]),
  );
}
