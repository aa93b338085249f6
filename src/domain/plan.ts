import type { EntryPlacement } from './index/mod.ts';
import type { ManifestArtifact } from './manifest.ts';
import { activeRollbacks, type Publication, remainingWork } from './publication.ts';
import type { Rows } from './rows.ts';
import { type RollbackTypeName, takesArtifacts } from './types.ts';
import type { Version } from './version.ts';

/** What a rollback will do, before anything is done. A dry run is this, printed. */
export interface Plan {
  readonly version: Version;
  readonly rollbackType: RollbackTypeName;
  /** What leaves `<version>/`. */
  readonly artifacts: Rows<ManifestArtifact>;
  readonly bytes: number;
  readonly folderPresent: boolean;
  /** Entries to cut from the index. */
  readonly cut: readonly EntryPlacement[];
  /** Entries to mark as removed. */
  readonly mark: readonly EntryPlacement[];
  readonly indexRevision: string;
  readonly previousLatest: string;
  readonly newLatest: string;
  readonly nothingToDo: boolean;
  readonly estimatedSeconds: number;
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}

/** Requests that any rollback makes besides those for each artifact: log, manifest, index, markers. */
const FIXED_REQUESTS = 20;
/** Artifact requests in flight at once. */
const CONCURRENCY = 16;

export interface PlanQuestion {
  readonly type: RollbackTypeName;
  readonly createBackup: boolean;
  /** Requests for each artifact: 0 where the folder moves as a whole, 2 for copy and delete. */
  readonly requestsPerArtifact: number;
}

export function planRollback(publication: Publication, question: PlanQuestion): Plan {
  const { version, index, entries } = publication;
  const work = remainingWork(publication, question.type);
  const artifacts = work.artifacts ? publication.artifacts : [];
  const hidden = work.cut || work.mark;
  const previousLatest = index.state === 'present' ? index.latest : '';
  const requests = artifacts.length * question.requestsPerArtifact;
  const nothingToDo = !work.artifacts && !hidden;
  return {
    version,
    rollbackType: question.type,
    artifacts,
    bytes: artifacts.reduce((sum, artifact) => sum + artifact.size, 0),
    folderPresent: work.artifacts,
    cut: work.cut ? entries.map((entry) => entry.placement) : [],
    mark: work.mark ? entries.filter((entry) => !entry.removed).map((entry) => entry.placement) : [],
    indexRevision: index.state === 'present' ? index.revision : '',
    previousLatest,
    newLatest: index.state === 'present' && hidden ? index.latestWithout : previousLatest,
    nothingToDo,
    estimatedSeconds: nothingToDo ? 0 : 0.5 + 0.05 * (FIXED_REQUESTS + requests / CONCURRENCY),
    warnings: planWarnings(publication, artifacts, question),
    notes: planNotes(publication, question, previousLatest, nothingToDo),
  };
}

function planWarnings(
  publication: Publication,
  artifacts: Rows<ManifestArtifact>,
  question: PlanQuestion,
): readonly string[] {
  const warnings: string[] = [];
  const unlisted = inList(artifacts, (artifact) => !artifact.listed && artifact.type !== 'folder');
  if (unlisted.length > 0 && publication.entries.length > 0) {
    warnings.push(
      `${counted(unlisted.length, 'file')} not listed in the index ${unlisted.length === 1 ? 'is' : 'are'} taken along: ${named(unlisted)}`,
    );
  }
  const outward = inList(artifacts, leaves);
  if (outward.length > 0) {
    warnings.push(
      `${counted(outward.length, 'link')} pointing out of the version folder ${outward.length === 1 ? 'is' : 'are'} moved as a link, never followed: ${named(outward)}`,
    );
  }
  // An entry alone comes back from the manifest, which is always kept.
  if (!question.createBackup && takesArtifacts(question.type))
    warnings.push('No backup is made: this rollback cannot be restored');
  return warnings;
}

function planNotes(
  publication: Publication,
  question: PlanQuestion,
  previousLatest: string,
  nothingToDo: boolean,
): readonly string[] {
  const notes: string[] = [];
  const { version, history } = publication;
  if (previousLatest === version) notes.push(`${version} was the latest release when this run began`);
  if (question.type === 'artifacts_only') notes.push('The index entry stays and is marked as removed');
  if (question.type === 'index_only')
    notes.push('The artifacts stay where they are; only the index entry goes');
  const earlier = activeRollbacks(history)[0];
  if (earlier !== undefined && !nothingToDo) {
    notes.push(`Goes on from rollback ${earlier.rollback_id} (${earlier.rollback_type})`);
  }
  return notes;
}

const inList = (
  artifacts: Rows<ManifestArtifact>,
  keep: (artifact: ManifestArtifact) => boolean,
): readonly ManifestArtifact[] => [...artifacts.filter(keep)];

/** Whether a link leads out of the version folder. */
function leaves(artifact: ManifestArtifact): boolean {
  if (artifact.type !== 'symlink' || artifact.target === undefined) return false;
  if (artifact.target.startsWith('/')) return true;
  let depth = artifact.path.split('/').length - 2;
  for (const part of artifact.target.split('/')) {
    if (part === '..') depth -= 1;
    else if (part !== '.' && part !== '') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function named(artifacts: readonly ManifestArtifact[]): string {
  const shown = artifacts
    .slice(0, 3)
    .map((artifact) => artifact.path)
    .join(', ');
  return artifacts.length > 3 ? `${shown} and ${artifacts.length - 3} more` : shown;
}
