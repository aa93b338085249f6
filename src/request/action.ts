import { printable } from '../domain/version.ts';
import { nearest } from './nearest.ts';
import { hasControl, type OptionReader } from './option-reader.ts';
import type { OptionName, RawOptions } from './options.ts';
import {
  type Identity,
  type Order,
  type Parsed,
  parse,
  readDoctor,
  readRecover,
  readRestore,
  readRollback,
} from './parse.ts';
import type { DoctorRequest, OperationRequest } from './request.ts';

const OPERATIONS = ['rollback', 'restore', 'recover', 'doctor'] as const;
const UPLOADS = ['auto', 'true', 'false'] as const;

/** What only the Action is told. */
export interface ActionOptions {
  readonly upload: (typeof UPLOADS)[number];
  /** Empty: made of version, rollback id and attempt. */
  readonly artifactName: string;
  /** Undefined: as the repository's settings say. */
  readonly retentionDays: number | undefined;
  readonly summary: boolean;
}

export interface ActionOrder<Request = OperationRequest> extends Order<Request> {
  readonly action: ActionOptions;
}

export type AnyActionOrder = ActionOrder<OperationRequest> | ActionOrder<DoctorRequest>;

export const asksDoctor = (order: AnyActionOrder): order is ActionOrder<DoctorRequest> =>
  order.request.operation === 'doctor';

export interface ActionInputs {
  readonly raw: RawOptions;
  /** Names that were given and that action.yml does not declare. */
  readonly unknown: readonly string[];
  /** Names that action.yml declares. */
  readonly declared: readonly string[];
}

/** The Action's inputs as an order, or every problem with them. */
export function parseAction({ raw, unknown, declared }: ActionInputs, who: Identity): Parsed<AnyActionOrder> {
  const parsed = parse(
    raw,
    (name) => name,
    (reader) => {
      for (const name of unknown) reader.problems.push(strange(name, declared));
      checkConfirm(reader);
      return { operation: readOperation(reader, who), action: readActionOptions(reader) };
    },
  );
  if ('problems' in parsed) return parsed;
  const { operation, action } = parsed.order.request;
  return { order: { ...parsed.order, request: operation, action } as AnyActionOrder };
}

function strange(name: string, declared: readonly string[]): string {
  const meant = nearest(name, declared);
  return `${printable(name)}: there is no such input${meant === undefined ? '' : ` (did you mean '${meant}'?)`}`;
}

/** A misspelt operation is read as a rollback, so that the other problems are told, too. */
function readOperation(reader: OptionReader, who: Identity): OperationRequest | DoctorRequest {
  const operation = reader.choice('operation', OPERATIONS, 'rollback');
  if (operation === 'doctor') return readDoctor();
  if (operation === 'recover') return readRecover(reader, who);
  if (operation === 'restore') return readRestore(reader, who);
  if (reader.given('rollback-id') !== undefined) {
    reader.problem('rollback-id', 'is for restore; a rollback draws its own');
  }
  return readRollback(reader, who);
}

/** A second pair of eyes on a form: what was typed twice must be the same. */
function checkConfirm(reader: OptionReader): void {
  const confirm = reader.given('confirm');
  if (confirm === undefined || confirm === reader.given('version')) return;
  const version = reader.given('version') ?? '';
  reader.problem('confirm', `'${printable(confirm)}' is not the version '${printable(version)}'`);
}

function readActionOptions(reader: OptionReader): ActionOptions {
  return {
    upload: reader.choice('upload-artifacts', UPLOADS, 'auto'),
    artifactName: readArtifactName(reader),
    retentionDays: reader.number('artifact-retention-days', { min: 1, max: 400, whole: true }, undefined),
    summary: reader.flag('summary', true),
  };
}

/** What GitHub takes as an artifact's name (@actions/artifact refuses the rest, but only after the rollback). */
function readArtifactName(reader: OptionReader): string {
  const name: OptionName = 'artifact-name';
  const given = reader.given(name) ?? '';
  if (/[":<>|*?\\/]/.test(given) || hasControl(given)) {
    reader.problem(name, `'${printable(given)}' contains one of " : < > | * ? \\ / or a control character`);
  }
  if (given.length > 200) reader.problem(name, `has ${given.length} characters; at most 200 are allowed`);
  return given;
}
