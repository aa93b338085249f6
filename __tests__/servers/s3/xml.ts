import { S3Error } from './errors.ts';

export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const NAMES = new Map(Object.entries(ENTITIES).map(([name, character]) => [character, name]));

/** `<name>value</name>`, escaped; nothing where there is no value. */
export function leaf(name: string, value: string | number | boolean | undefined): string {
  return value === undefined ? '' : `<${name}>${escapeText(String(value))}</${name}>`;
}

/** `<name>…</name>` around what is markup already. */
export function node(name: string, ...children: readonly string[]): string {
  return `<${name}>${children.join('')}</${name}>`;
}

/** A whole document with its root in S3's namespace. */
export function document(name: string, ...children: readonly string[]): string {
  return `${XML}<${name}${NAMESPACE}>${children.join('')}</${name}>`;
}

/** Control characters as references, as S3 writes them: XML 1.0 has no other way, and strict readers refuse them. */
function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: keys may hold them
  return text.replace(/[&<>"\u0000-\u001f\u007f]/g, (character) => {
    const name = NAMES.get(character);
    return name ? `&${name};` : `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
  });
}

/** An element of a request's document. */
export interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: readonly Element[];
}

const TOKEN = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

/**
 * Reads the few documents that clients send: elements, namespaces and text, nothing else.
 * @throws S3Error MalformedXML
 */
export function parseXml(source: string): Element {
  const text = source.replace(/^\uFEFF?\s*(<\?xml[^>]*\?>)?\s*/, '');
  const root = { name: '', text: '', children: [] as Element[] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) throw new S3Error('MalformedXML');
    const [, closing, name, , empty, characters] = match;
    const parent = open.at(-1) ?? root;
    if (name === undefined) {
      parent.text += unescapeText(characters ?? '');
    } else if (closing) {
      if (open.length === 1 || open.pop()?.name !== name) throw new S3Error('MalformedXML');
    } else {
      const element = { name, text: '', children: [] as Element[] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [only, ...others] = root.children;
  if (!only || others.length > 0 || open.length > 1 || root.text.trim()) throw new S3Error('MalformedXML');
  return only;
}

function unescapeText(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+)?;?/gi, (all, reference: string | undefined) => {
    if (!reference || !all.endsWith(';')) throw new S3Error('MalformedXML');
    if (/^#x/i.test(reference)) return String.fromCodePoint(Number.parseInt(reference.slice(2), 16));
    if (reference.startsWith('#')) return String.fromCodePoint(Number(reference.slice(1)));
    const found = ENTITIES[reference];
    if (found === undefined) throw new S3Error('MalformedXML');
    return found;
  });
}

/** The text of the child of that name, if there is one. */
export function childText(element: Element, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name);
}
