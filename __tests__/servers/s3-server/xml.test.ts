import { describe, expect, it } from 'vitest';
import { document, leaf, parseXml } from '../s3/xml.ts';

describe('the documents of requests', () => {
  it('are read with their entities and without their namespaces', () => {
    const read = parseXml(
      '<?xml version="1.0"?>\n<Delete xmlns="urn:x"><Object><Key>&lt;a&#x1;&#228;&gt;&amp;</Key></Object><Quiet/></Delete>',
    );
    expect(read.children.map(({ name }) => name)).toEqual(['Object', 'Quiet']);
    expect(read.children[0]?.children[0]).toEqual({ name: 'Key', text: '<a\u0001ä>&', children: [] });
  });

  it('are written so that they are read as they were', () => {
    const text = ' <&>"\'\u0001\r\n\t😀 ';
    expect(parseXml(document('Root', leaf('Key', text))).children[0]?.text).toBe(text);
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a></a><b></b>',
    '<a>&no;</a>',
    '<a>&</a>',
    '<a b=c></a>',
    '</a>',
    '<!DOCTYPE a><a/>',
  ])('are refused as %j', (text) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ code: 'MalformedXML' }));
  });
});
