import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOurIndexMarkdown, parseIndex, renderIndexMarkdown } from '../../../src/domain/index/mod.ts';
import { entry, FIXTURE, fixtureText, indexOf, parseText } from './helpers.ts';

const published = readFileSync(new URL('index.md', FIXTURE), 'utf8');

describe('index.md', () => {
  it('is byte for byte what the original publisher writes', () => {
    // The fixture's index.md is from its first publication; this is the index as it was then.
    const index = JSON.parse(fixtureText());
    const first = { ...index, releases: index.releases.slice(2), total_releases: 1 };
    const then = { ...first, last_updated: '2026-11-22T22:59:03.722924+00:00' };
    expect(renderIndexMarkdown(parseText(JSON.stringify(then)))).toBe(published);
  });

  it('has a block for each release, set off by an empty line', () => {
    const text = renderIndexMarkdown(parseText(fixtureText()));
    expect(text.match(/^### .*$/gm)).toEqual(['### v1.0.2', '### v1.0.1', '### v1.0.0']);
    expect(text).toContain('- **Validation:** ✓ PASSED\n\n### v1.0.1\n');
    expect(text.endsWith('✓ PASSED\n')).toBe(true);
  });

  it('leaves out what the index does not say', () => {
    expect(renderIndexMarkdown(parseText(indexOf([entry('v1')])))).toBe(
      '# T.A.R.S. Release Index\n**Total Releases:** 1\n\n---\n\n## Published Releases\n\n### v1\n- **Artifacts:** 0\n- **Signed:** ✗\n',
    );
  });

  it.each([
    [{ size_bytes: 0 }, '- **Size:** 0 bytes'],
    [{ size_bytes: 999 }, '- **Size:** 999 bytes'],
    [{ size_bytes: 1234567 }, '- **Size:** 1,234,567 bytes'],
    [{ sha256: 'abc' }, '- **SHA256:** abc...'],
    [{ signed: true }, '- **Signed:** ✓'],
    [{ verification: { passed: false } }, '- **Verification:** ✗ FAILED'],
    [{ validation: { passed: true } }, '- **Validation:** ✓ PASSED'],
    [{ artifacts_removed: true, removed_at: '2026-11-23' }, '- **Artifacts Removed:** 2026-11-23'],
    [{ artifacts_removed: true }, '- **Artifacts Removed:** yes'],
  ])('%j reads %s', (more, line) => {
    expect(renderIndexMarkdown(parseText(indexOf([entry('v1', more)]))).split('\n')).toContain(line);
  });

  it('says nothing of a check that has no verdict', () => {
    const text = renderIndexMarkdown(
      parseText(indexOf([entry('v1', { verification: {}, validation: 'ok' })])),
    );
    expect(text).not.toMatch(/Verification|Validation/);
  });

  it('lets no text from the index start a line or a tag', () => {
    const text = renderIndexMarkdown(
      parseText(indexOf([entry('v1\n# x', { timestamp: 'a\u2028b<script>\r\n- c' })])),
    );
    expect(text).toContain('### v1 # x\n');
    expect(text).toContain('- **Timestamp:** a b&lt;script> - c\n');
  });

  it.each([
    [published, true],
    ['# T.A.R.S. Release Index\r\nx', true],
    ['\uFEFF# T.A.R.S. Release Index', true],
    ['# Our releases\n# T.A.R.S. Release Index\n', false],
    ['# T.A.R.S. Release Index of mine\n', false],
    ['\n# T.A.R.S. Release Index\n', false],
    ['', false],
  ])('knows its own by the first line: %j', (text, ours) => {
    expect(isOurIndexMarkdown(text)).toBe(ours);
  });

  it('renders the empty index', () => {
    expect(renderIndexMarkdown(parseIndex(new TextEncoder().encode('{"releases":[]}')))).toMatch(
      /Releases\n$/,
    );
  });
});
