/**
 * An ETag as our revision: without the quotation marks, which stores treat each in their own way. Through bytes: what is
 * cut out of a page of a listing would hold on to the whole page.
 */
export const revisionOf = (etag) => Buffer.from(etag?.replace(/^"(.*)"$/s, '$1') ?? '').toString();
/** A revision as a condition names it. Amazon reads both forms; Ceph wants it bare. */
export const asCondition = (revision, bare) => (bare ? revision : `"${revision}"`);
/**
 * What is told of the bytes. Whether an ETag is an MD5 depends on encryption (KMS and customer keys: it is not) and on
 * how it was uploaded (parts: it is not), and a listing does not tell the former: so no ETag counts as an MD5 here, and
 * different ones prove nothing (`compareChecksums`).
 */
export const checksumOf = (revision) => `etag:${revision}`;
