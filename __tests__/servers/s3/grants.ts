import type { Headers } from './answer.ts';
import { S3Error } from './errors.ts';
import { leaf, node } from './xml.ts';

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

export function user(id: string | undefined): string {
  return `<Grantee ${XSI} xsi:type="CanonicalUser">${leaf('ID', id)}</Grantee>`;
}

export function group(uri: string): string {
  return `<Grantee ${XSI} xsi:type="Group">${leaf('URI', uri)}</Grantee>`;
}

export function grant(grantee: string, permission: string): string {
  return node('Grant', grantee, leaf('Permission', permission));
}

/**
 * `x-amz-grant-read: uri="…", id="…"` and so on (API Reference, PutObject): all grants that the object gets, the owner's
 * among them. Undefined where there is no such header.
 * @throws S3Error InvalidArgument
 */
export function grantsInHeaders(headers: Headers): string | undefined {
  const found = ['FULL_CONTROL', 'READ', 'READ_ACP', 'WRITE_ACP'].flatMap((permission) => {
    const header = headers[`x-amz-grant-${permission.toLowerCase().replace('_', '-')}`];
    return header === undefined
      ? []
      : header.split(/,\s*/).map((grantee) => grant(granteeIn(grantee), permission));
  });
  return found.length === 0 ? undefined : found.join('');
}

function granteeIn(text: string): string {
  const [, kind, value = ''] = /^(id|uri)="([^"]+)"$/.exec(text) ?? [];
  if (kind === undefined) throw new S3Error('InvalidArgument');
  return kind === 'uri' ? group(value) : user(value);
}
