import type { Bucket } from '../bucket.ts';
import { type GcsCall, numberOf } from '../call.ts';
import { type Handler, projectionOf } from '../context.ts';
import { invalid } from '../errors.ts';
import { partial } from '../fields.ts';
import { jsonReply } from '../reply.ts';
import { objectResource } from '../resource.ts';
import { compareUtf8 } from '../sorted-names.ts';
import type { StoredVersion } from '../types.ts';

/** The most that a page holds, and what it holds if the client says nothing. */
const PAGE = 1000;

interface Question {
  readonly prefix: string;
  readonly delimiter: string;
  readonly trailing: boolean;
  readonly startOffset: string;
  readonly endOffset: string | null;
  readonly states: readonly StoredVersion['state'][];
  readonly most: number;
}

/** Where the next page goes on: behind a generation of a name; behind a common prefix, whose generation is 0. */
interface Token {
  readonly name: string;
  readonly generation: number;
}

/** objects.list: cloud.google.com/storage/docs/json_api/v1/objects/list. */
export const listObjects: Handler = (context, call) => {
  const bucket = context.state.bucket(call.bucket);
  context.permissions.check('storage.objects.list', bucket);
  const projection = projectionOf(call, 'noAcl');
  if (projection === 'full') context.permissions.check('storage.objects.getIamPolicy', bucket);
  const page = pageOf(bucket, questionOf(call), tokenOf(call.query.get('pageToken')));
  const items = page.items.map((version) => objectResource(bucket, version, projection, context.origin));
  const answer = {
    kind: 'storage#objects',
    ...(page.next ? { nextPageToken: textOf(page.next) } : {}),
    ...(page.prefixes.length > 0 ? { prefixes: page.prefixes } : {}),
    ...(items.length > 0 ? { items } : {}),
  };
  return jsonReply(200, partial(answer, call.query.get('fields')) as object);
};

function questionOf({ query }: GcsCall): Question {
  const versions = query.get('versions') === 'true';
  const soft = query.get('softDeleted') === 'true';
  if (versions && soft) throw invalid('versions and softDeleted cannot both be true');
  if (query.has('matchGlob') || query.has('filter'))
    throw invalid('Neither matchGlob nor filter is known here');
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    trailing: query.get('includeTrailingDelimiter') === 'true',
    startOffset: query.get('startOffset') ?? '',
    endOffset: query.get('endOffset'),
    states: soft ? ['soft-deleted'] : versions ? ['live', 'noncurrent'] : ['live'],
    most: Math.min(numberOf(query, 'maxResults') || PAGE, PAGE),
  };
}

interface Page {
  readonly items: StoredVersion[];
  readonly prefixes: string[];
  next?: Token;
}

function pageOf(bucket: Bucket, question: Question, token: Token | undefined): Page {
  const page: Page = { items: [], prefixes: [] };
  let last = token;
  let names = bucket.sorted.from(firstName(question, token));
  for (let step = names.next(); !step.done; step = names.next()) {
    const name = step.value;
    if (!name.startsWith(question.prefix)) return page;
    if (question.endOffset !== null && compareUtf8(name, question.endOffset) >= 0) return page;
    const versions = bucket.versions(name).filter((one) => question.states.includes(one.state));
    if (versions.length === 0) continue;
    const common = commonPrefix(name, question);
    if (common !== undefined && last?.name !== common) {
      if (full(page, question)) return { ...page, ...(last && { next: last }) };
      page.prefixes.push(common);
      last = { name: common, generation: 0 };
    }
    if (common !== undefined && !(question.trailing && name === common)) {
      names = bucket.sorted.behind(common);
      continue;
    }
    for (const version of versions) {
      if (last?.name === name && version.generation <= last.generation) continue;
      if (full(page, question)) return { ...page, ...(last && { next: last }) };
      page.items.push(version);
      last = { name, generation: version.generation };
    }
  }
  return page;
}

const full = (page: Page, question: Question): boolean =>
  page.items.length + page.prefixes.length >= question.most;

/** The latest of what bounds the page from below. */
function firstName({ prefix, startOffset }: Question, token: Token | undefined): string {
  return [prefix, startOffset, token?.name ?? ''].reduce((a, b) => (compareUtf8(a, b) < 0 ? b : a));
}

function commonPrefix(name: string, { prefix, delimiter }: Question): string | undefined {
  if (delimiter === '') return undefined;
  const at = name.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : name.slice(0, at + delimiter.length);
}

const textOf = (token: Token): string => Buffer.from(JSON.stringify(token)).toString('base64url');

function tokenOf(text: string | null): Token | undefined {
  if (text === null || text === '') return undefined;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Token;
  } catch {
    throw invalid('Invalid pageToken');
  }
}
