/**
 * How artifacts are taken out and kept (DESIGN §3): 'rename' of the whole folder (local), 'copy' and delete, an atomic
 * 'move' of each, or 'versions' that the store keeps under a delete marker.
 */
export const BACKUP_METHODS = ['rename', 'copy', 'move', 'versions'];
