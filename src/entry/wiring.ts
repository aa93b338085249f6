import { FileEvidenceWriter } from '../adapters/evidence/file-evidence.ts';
import { refuseKeyAsEvidence } from '../adapters/evidence/overlaps.ts';
import { LocalHost } from '../adapters/host/local-host.ts';
import type { KeySource } from '../adapters/sign/rsa-pss-signer.ts';
import { openStore as open } from '../adapters/store/open-store.ts';
import type { EngineContext } from '../engine/context.ts';
import type { Clock } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { Reporter } from '../ports/reporter.ts';
import type { Signer } from '../ports/signer.ts';
import type { OutputOptions, RepositoryOptions } from '../request/request.ts';
import type { Voice } from './advice.ts';
import { keepHeapLean } from './lean-heap.ts';

/** What the two entries bring along, each in its own way. */
export interface EntryParts {
  readonly voice: Voice;
  readonly reporter: Reporter;
  readonly cancelled: AbortSignal;
  readonly clock: Clock;
  /** Asked only when the audit log is to be signed; throws SIGNING_KEY when there is none. */
  readonly signingKey: () => KeySource;
  /** A key that was given, whether or not this run is to sign; undefined where there is none. */
  readonly standbyKey?: () => KeySource | undefined;
  /** Where this machine keeps a key of its own, whether or not this run is to sign. */
  readonly machineKeyFolder?: string | undefined;
  readonly makeFolder?: (path: string) => Promise<void>;
}

/** A request's real parts; paths in it are absolute by now. What every run needs is loaded at once: each chunk takes a millisecond. */
export async function openContext(
  repository: RepositoryOptions,
  output: OutputOptions,
  parts: EntryParts,
): Promise<EngineContext> {
  const store = await openStore(repository, parts);
  const evidence = new FileEvidenceWriter({
    manifestDir: output.manifestDir,
    auditDir: output.auditDir,
    repositoryRoot: repository.type === 'local' ? repository.path : undefined,
    makeFolder: parts.makeFolder,
  });
  const signer = output.sign ? await openSigner(parts.signingKey(), output) : undefined;
  const standby = output.sign ? undefined : parts.standbyKey?.();
  const standbySigner = standby && (await openSigner(standby, output));
  const { clock, reporter, cancelled } = parts;
  return { store, evidence, signer, standbySigner, clock, host: new LocalHost(), reporter, cancelled };
}

export function openStore(
  repository: RepositoryOptions,
  { clock, reporter }: Pick<EntryParts, 'clock' | 'reporter'>,
): Promise<ObjectStore> {
  keepHeapLean();
  return open(repository, { clock, debug: (message) => reporter.debug(message) });
}

/** Opened for `doctor`: a key that can't be had is what its own check finds, and keeps no other from being looked at. */
export async function openForDoctor(
  repository: RepositoryOptions,
  output: OutputOptions,
  parts: EntryParts,
): Promise<EngineContext> {
  const { standbyKey: _, ...others } = parts;
  const context = await openContext(repository, { ...output, sign: false }, others);
  if (!output.sign) return context;
  try {
    return { ...context, signer: await openSigner(parts.signingKey(), output) };
  } catch (thrown) {
    const refuse = () => Promise.reject(thrown);
    return { ...context, signer: { check: refuse, prepare: refuse, sign: refuse } };
  }
}

/** What the signer has to say (a key was made) comes with the other notes of the preflight. */
async function openSigner(source: KeySource, { manifestDir, auditDir }: OutputOptions): Promise<Signer> {
  const { keyFilesOf, RsaPssSigner } = await import('../adapters/sign/rsa-pss-signer.ts');
  refuseKeyAsEvidence({ keys: keyFilesOf(source), folders: [manifestDir, auditDir] });
  const signer = new RsaPssSigner(source);
  return {
    check: () => signer.check(),
    prepare: async () => [...(await signer.prepare()), ...signer.notes],
    get notes() {
      return signer.notes;
    },
    sign: (bytes, timestamp) => signer.sign(bytes, timestamp),
  };
}
