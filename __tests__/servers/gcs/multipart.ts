import { invalid } from './errors.ts';

export interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The parts of a multipart body (RFC 2046, section 5.1). */
export function partsOf(contentType: string, body: Buffer): Part[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) throw invalid('Malformed multipart body: no boundary');
  const marker = Buffer.from(`--${name}`);
  const parts: Part[] = [];
  let at = body.indexOf(marker);
  while (at >= 0) {
    const start = at + marker.length;
    if (body.subarray(start, start + 2).toString() === '--') return parts;
    const next = body.indexOf(Buffer.from(`\r\n--${name}`), start);
    if (next < 0) break;
    parts.push(headersAndBody(body.subarray(body.indexOf('\n', start) + 1, next)));
    at = next + 2;
  }
  throw invalid('Malformed multipart body: it does not end');
}

/** Header lines, an empty line, and the rest: also what an HTTP message has behind its first line. */
export function headersAndBody(message: Buffer): Part {
  const blank = message.indexOf('\r\n\r\n');
  const none = message.subarray(0, 2).toString() === '\r\n';
  const head = none ? '' : message.subarray(0, blank < 0 ? message.length : blank).toString('utf8');
  const headers: Record<string, string> = {};
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  if (none) return { headers, body: message.subarray(2) };
  return { headers, body: blank < 0 ? Buffer.alloc(0) : message.subarray(blank + 4) };
}
