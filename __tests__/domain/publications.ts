import type { VersionMarker } from '../../src/domain/log-record.ts';
import type { ManifestArtifact } from '../../src/domain/manifest.ts';
import type { Publication, PublishedEntry } from '../../src/domain/publication.ts';
import type { RollbackTypeName } from '../../src/domain/types.ts';
import type { Version } from '../../src/domain/version.ts';

const FILES = ['v1.0.2/README.md', 'v1.0.2/bin/tool'];

export const artifact = (path: string, changes: Partial<ManifestArtifact> = {}): ManifestArtifact => ({
  path,
  type: 'file',
  size: 10,
  revision: `r-${path}`,
  listed: true,
  ...changes,
});

export const entry = (changes: Partial<PublishedEntry> = {}): PublishedEntry => ({
  artifacts: FILES,
  removed: false,
  removedBy: '',
  placement: {
    version: 'v1.0.2',
    raw: '{"version":"v1.0.2","artifacts":[]}',
    position: 0,
    newer: [],
    older: [],
    glue: { lead: '', tail: '' },
  },
  ...changes,
});

/** v1.0.2, listed with two files that are there, above v1.0.1; never rolled back. */
export const publication = (changes: Partial<Publication> = {}): Publication => ({
  version: 'v1.0.2' as Version,
  exists: true,
  index: {
    state: 'present',
    revision: 'r1',
    count: 2,
    total: { text: '2', value: 2 },
    latest: 'v1.0.2',
    latestWithout: 'v1.0.1',
  },
  entries: [entry()],
  dependents: [],
  artifacts: FILES.map((path) => artifact(path)),
  folderPresent: true,
  history: [],
  ...changes,
});

let operations = 0;

export function marker(changes: Partial<VersionMarker> = {}): VersionMarker {
  operations += 1;
  return {
    schema_version: 1,
    event: 'rolled_back',
    sequence: operations,
    version: 'v1.0.2',
    operation_id: `op-${operations}`,
    rollback_id: `id-${operations}`,
    rollback_type: 'full',
    undoes: '',
    backup_path: '',
    manifest_key: '',
    manifest_sha256: '',
    can_restore: true,
    time: '',
    ...changes,
  };
}

/** What stands of v1.0.2 after a rollback of this type, with the marker that it left. */
export function afterRollback(type: RollbackTypeName): Publication {
  const left = marker({ rollback_type: type });
  const gone = { artifacts: [], folderPresent: false };
  const marked = entry({ removed: true, removedBy: left.rollback_id });
  const parts = {
    full: { ...gone, entries: [], exists: false },
    artifacts_only: { ...gone, entries: [marked] },
    index_only: { entries: [] },
  }[type];
  return publication({ ...parts, history: [left] });
}
