import { POLICY_MODES, ROLLBACK_TYPES } from '../domain/types.ts';
import { printable, type Version } from '../domain/version.ts';
import { type Label, OptionReader } from './option-reader.ts';
import { DEFAULTS, RANGES, type RawOptions } from './options.ts';
import { readOutput } from './output-options.ts';
import { readRepository } from './repository-options.ts';
import type {
  CommonOptions,
  DoctorRequest,
  OutputOptions,
  RecoverRequest,
  RepositoryOptions,
  RestoreRequest,
  RollbackRequest,
} from './request.ts';

/** What is asked for, of which repository, and where the results go. */
export interface Order<Request> {
  readonly request: Request;
  readonly repository: RepositoryOptions;
  readonly output: OutputOptions;
}

export type Parsed<T> = { readonly order: T } | { readonly problems: readonly string[] };

/** Who asks: for the log, the lock and the audit trail. */
export interface Identity {
  readonly actor: string;
  readonly run: string;
}

export type Parser<Request> = (raw: RawOptions, who: Identity, label: Label) => Parsed<Order<Request>>;

const LONGEST_REASON = 2_000;

/** Raw options as a rollback, or every problem with them. Options of other operations are not looked at. */
export const parseRollback: Parser<RollbackRequest> = (raw, who, label) =>
  parse(raw, label, (reader) => readRollback(reader, who));

export const parseRestore: Parser<RestoreRequest> = (raw, who, label) =>
  parse(raw, label, (reader) => readRestore(reader, who));

export const parseRecover: Parser<RecoverRequest> = (raw, who, label) =>
  parse(raw, label, (reader) => readRecover(reader, who));

/** `list` asks for nothing: only where to look, and how to show it. */
export const parseList = (raw: RawOptions, label: Label): Parsed<Order<undefined>> =>
  parse(raw, label, () => undefined);

/** `doctor` is told where to look, and where the results go. */
export const parseDoctor = (raw: RawOptions, label: Label): Parsed<Order<DoctorRequest>> =>
  parse(raw, label, readDoctor);

/** Reads everything before it judges, so that all problems are told at once. */
export function parse<Request>(
  raw: RawOptions,
  label: Label,
  read: (reader: OptionReader) => Request,
): Parsed<Order<Request>> {
  const reader = new OptionReader(raw, label);
  const order = { request: read(reader), repository: readRepository(reader), output: readOutput(reader) };
  return reader.problems.length > 0 ? { problems: reader.problems } : { order };
}

export function readRollback(reader: OptionReader, who: Identity): RollbackRequest {
  const version = reader.version('version');
  if (reader.given('version') === undefined) reader.problem('version', 'is required');
  return {
    operation: 'rollback',
    // Without one there is a problem, and the request goes nowhere.
    version: version as Version,
    rollbackType: reader.choice('rollback-type', ROLLBACK_TYPES, DEFAULTS['rollback-type']),
    policyMode: reader.choice('policy', POLICY_MODES, DEFAULTS.policy),
    force: reader.flag('force'),
    createBackup: readBackup(reader),
    ...readCommon(reader, who),
  };
}

export function readRestore(reader: OptionReader, who: Identity): RestoreRequest {
  const version = reader.version('version');
  if (reader.given('version') === undefined && reader.given('rollback-id') === undefined) {
    reader.problem('version', `is required, or ${reader.label('rollback-id')}`);
  }
  return { operation: 'restore', version, rollbackId: readRollbackId(reader), ...readCommon(reader, who) };
}

export function readRecover(reader: OptionReader, who: Identity): RecoverRequest {
  return {
    operation: 'recover',
    choice: readChoice(reader),
    acceptLogBreak: reader.flag('accept-log-break'),
    ...readCommon(reader, who),
  };
}

export const readDoctor = (): DoctorRequest => ({ operation: 'doctor' });

function readCommon(reader: OptionReader, { actor, run }: Identity): CommonOptions {
  const seconds = (name: 'lock-timeout' | 'fence-seconds') =>
    reader.number(name, RANGES[name], DEFAULTS[name]);
  return {
    dryRun: reader.flag('dry-run'),
    reason: reader.text('reason', LONGEST_REASON),
    lockTimeout: seconds('lock-timeout'),
    fenceSeconds: seconds('fence-seconds'),
    actor,
    run,
  };
}

function readBackup(reader: OptionReader): boolean {
  const without = reader.flag('no-backup');
  const wanted = reader.flag('create-backup', true);
  if (without && wanted && reader.given('create-backup') !== undefined) {
    reader.problem('no-backup', `contradicts ${reader.label('create-backup')}; give one of them`);
  }
  return !without && wanted;
}

function readRollbackId(reader: OptionReader): string | undefined {
  const id = reader.given('rollback-id');
  if (id !== undefined && !/^[0-9a-f]{8}$/.test(id)) {
    reader.problem(
      'rollback-id',
      `'${printable(id)}' is not a rollback id (8 hexadecimal digits, 0-9 and a-f)`,
    );
  }
  return id;
}

function readChoice(reader: OptionReader): RecoverRequest['choice'] {
  const [revert, abandon] = [reader.flag('revert'), reader.flag('abandon')];
  if (revert && abandon) reader.problem('revert', `contradicts ${reader.label('abandon')}; give one of them`);
  if (revert) return 'revert';
  return abandon ? 'abandon' : 'forward';
}
