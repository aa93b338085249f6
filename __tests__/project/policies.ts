/** The part of IAM's language that docs/permissions.md speaks. */
export interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** What is asked for: an action, the ARN of what it is about, and the context keys that the request has. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}

/** A denial wins over everything; what no statement speaks of is not allowed. */
export function decides({ Statement: statements }: Policy, asked: Asked): 'allowed' | 'denied' | 'unsaid' {
  const effects = statements.filter((each) => speaksOf(each, asked)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'denied';
  return effects.includes('Allow') ? 'allowed' : 'unsaid';
}

/** Every action that a policy names with this effect. */
export const actionsOf = ({ Statement: statements }: Policy, effect: Statement['Effect']): string[] =>
  statements.filter(({ Effect }) => Effect === effect).flatMap(({ Action }) => listOf(Action));

const speaksOf = ({ Action, Resource = [], Condition = {} }: Statement, asked: Asked): boolean =>
  listOf(Action).some((action) => matches(action, asked.action)) &&
  listOf(Resource).some((resource) => matches(resource, asked.resource)) &&
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => holds(operator, asked.context[key], listOf(values))),
  );

/** A negated operator holds also where the request has no such key (IAM User Guide, "Condition operators"). */
function holds(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  const found = value !== undefined && wanted.some((pattern) => matches(pattern, value));
  if (operator === 'StringLike') return found;
  if (operator === 'ArnNotLike') return !found;
  throw new Error(`${operator} is not known here`);
}

const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 's').test(text);
const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;
