import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RsaPssSigner } from '../../src/adapters/sign/rsa-pss-signer.ts';
import { joinBytes } from '../../src/domain/byte-parts.ts';
import { ROLLBACK_TYPES } from '../../src/domain/types.ts';
import { restore, rollback } from '../../src/engine/mod.ts';
import type { EvidenceFile } from '../../src/ports/evidence.ts';
import { MemoryWorld, restoreRequest, rollbackRequest } from '../builders/memory-world.ts';
import { schemaProblems } from '../builders/schemas.ts';

const golden = (name: string): string => join(import.meta.dirname, '../golden/evidence', name);
const pem = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});
const SCHEMA = {
  manifest: 'rollback-manifest',
  audit: 'rollback-audit',
  signature: 'rollback-audit-signature',
};

/** What a random key makes of it stands for itself; all else is the same in every run. */
const fixed = (text: string): string =>
  text.replace(/("(?:signature|key_id)": )"[^"]{40,}"/g, '$1"(of the key)"');

async function compare(stem: string, files: readonly EvidenceFile[]): Promise<void> {
  expect(files.map(({ kind }) => kind)).toEqual(['manifest', 'audit', 'signature']);
  for (const { kind, name, body } of files) {
    const text = new TextDecoder().decode(joinBytes(body));
    expect(schemaProblems(SCHEMA[kind], JSON.parse(text)), name).toEqual([]);
    const file = `${stem}-${kind}.${kind === 'signature' ? 'sig' : 'json'}`;
    await expect(fixed(text)).toMatchFileSnapshot(golden(file));
  }
}

test.each(ROLLBACK_TYPES)('the evidence of %s, and of the way back', async (type) => {
  const world = new MemoryWorld();
  const signer = new RsaPssSigner({ kind: 'pem', pem: String(pem), name: 'test' });
  const [out, back] = [world.actor(), world.actor()];
  const report = await rollback(rollbackRequest('v1.0.2', type), { ...out.context, signer });
  expect(report.exit_code, report.errors.join('; ')).toBe(0);
  await compare(`rollback-${type}`, out.evidence.published);
  expect((await restore(restoreRequest('v1.0.2'), { ...back.context, signer })).exit_code).toBe(0);
  await compare(`restore-${type}`, back.evidence.published);
});
