/** A new operation; its id's first 8 hex are the rollback id, unless it is about one that there is already. */
export function freshOperation(context, asked, rollbackId) {
    const operationId = context.host.uuid();
    const { backups } = context.store;
    return {
        ...asked,
        operation_id: operationId,
        rollback_id: rollbackId ?? operationId.slice(0, 8),
        phase: 'claimed',
        epoch: 1,
        began: new Date(context.clock.now()).toISOString(),
        warnings: [],
        manifest_key: '',
        manifest_sha256: '',
        commit_sequence: 0,
        ...(backups === undefined ? {} : { backup_prefix: backups.prefix }),
        ...(context.signer === undefined ? {} : { sign_audit_log: true }),
    };
}
