/** Classes whose objects can't be read before they are taken out of the archive (`GLACIER_IR` can). */
const ARCHIVES: ReadonlySet<string> = new Set(['GLACIER', 'DEEP_ARCHIVE']);

export const isArchive = (storageClass: string | undefined): boolean => ARCHIVES.has(storageClass ?? '');
