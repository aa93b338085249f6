import type { Answer } from './answer.ts';
import { xmlAnswer } from './answer.ts';
import { type ErrorCode, S3Error } from './errors.ts';
import { childText, document, type Element, leaf, node, parseXml } from './xml.ts';

/** Turns what a DeleteResult says of the matching keys into errors. */
export function reportFailed(answer: Answer, code: ErrorCode, pattern: RegExp): Answer {
  const result = parseXml(answer.body.text());
  const entries = result.children.map((entry) => {
    const key = childText(entry, 'Key') ?? '';
    return pattern.test(key) ? failed(key, code) : copied(entry);
  });
  return xmlAnswer(document(result.name, ...entries), answer.headers, answer.status);
}

function failed(key: string, code: ErrorCode): string {
  return node('Error', leaf('Key', key), leaf('Code', code), leaf('Message', new S3Error(code).message));
}

function copied({ name, text, children }: Element): string {
  return children.length > 0 ? node(name, ...children.map(copied)) : leaf(name, text);
}
