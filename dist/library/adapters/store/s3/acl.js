import { GetObjectAclCommand } from '@aws-sdk/client-s3';
import { RollbackError } from '../../../domain/errors.js';
import { unlessAbsent } from './caller.js';
import { quoted } from './context.js';
import { isNotImplemented } from './errors.js';
/** WRITE means nothing for an object (User Guide, "What permissions can I grant?"), and no put can give it. */
const HEADERS = {
    FULL_CONTROL: 'GrantFullControl',
    READ: 'GrantRead',
    READ_ACP: 'GrantReadACP',
    WRITE_ACP: 'GrantWriteACP',
};
/** Who may do what with an object; undefined where it is absent, or only its owner may, as with any new object. */
export async function grantsOf(context, key) {
    const doing = { what: `read the access list of ${quoted(key)}`, action: 's3:GetObjectAcl', key };
    const command = { Bucket: context.bucket, Key: context.keys.toBucket(key) };
    const answer = await unlessAbsent(context.caller.ask(doing, (client, options) => client.send(new GetObjectAclCommand(command), options))).catch((thrown) => {
        // A store without access lists has none to lose.
        if (thrown instanceof RollbackError && isNotImplemented(thrown))
            return undefined;
        throw thrown;
    });
    const grants = answer?.Grants ?? [];
    const own = ({ Grantee, Permission }) => Permission === 'FULL_CONTROL' && Grantee?.ID !== undefined && Grantee.ID === answer?.Owner?.ID;
    return grants.every(own) ? undefined : inHeaders(grants);
}
function inHeaders(grants) {
    const headers = {};
    for (const { Permission, Grantee } of grants) {
        const header = HEADERS[Permission];
        const who = Grantee?.URI === undefined ? `id="${Grantee?.ID ?? ''}"` : `uri="${Grantee.URI}"`;
        if (header !== undefined)
            headers[header] = [headers[header] ?? [], who].flat().join(', ');
    }
    return headers;
}
