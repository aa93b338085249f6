import type { EvidenceFile, EvidenceOf } from '../../ports/evidence.ts';
import { type Aside } from './set-aside.ts';
export type Folders = Readonly<Record<EvidenceFile['kind'], string | undefined>>;
/** Takes the files away that are of this operation; the paths of those that could not be. */
export declare function takeAway(folders: Folders, evidence: EvidenceOf): readonly string[];
/** Gives files that were moved aside their first names again, where those are free. */
export declare function bringBack(asides: readonly Aside[]): void;
