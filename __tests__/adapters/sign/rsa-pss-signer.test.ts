import { spawnSync } from 'node:child_process';
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  verify,
} from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type KeySource, RsaPssSigner, verifySignature } from '../../../src/adapters/sign/rsa-pss-signer.ts';
import { RollbackError } from '../../../src/domain/errors.ts';
import { TIMESTAMP } from '../../builders/report.ts';

const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'spki' | 'sec1' = 'pkcs8'): string =>
  key.export({ type, format: 'pem' } as never).toString();

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
const publicPem = pem(publicKey, 'spki');
const audit = new TextEncoder().encode('{"audit": true}\n');
const given = (text: string): KeySource => ({ kind: 'pem', pem: text, name: 'signing-key' });

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sign-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function refusal(source: KeySource): Promise<RollbackError> {
  const thrown = await new RsaPssSigner(source).prepare().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof RollbackError)) throw new Error('not refused');
  expect(thrown).toMatchObject({ code: 'SIGNING_KEY', exitCode: 49 });
  return thrown;
}

describe('a signature', () => {
  test.each(['pkcs1', 'pkcs8'] as const)('by a %s key verifies with node:crypto', async (form) => {
    const signer = new RsaPssSigner(given(pem(privateKey, form)));
    expect(await signer.prepare()).toEqual([]);
    const signature = await signer.sign(audit, TIMESTAMP);
    expect(signature).toMatchObject({
      algorithm: 'RSA-PSS-SHA256',
      key_id: createHash('sha256')
        .update(publicKey.export({ type: 'spki', format: 'der' }))
        .digest('hex'),
      hash: createHash('sha256').update(audit).digest('hex'),
      timestamp: TIMESTAMP,
    });
    const pss = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    expect(verify('sha256', audit, pss, Buffer.from(signature.signature, 'base64'))).toBe(true);
    expect(
      verify('sha256', audit, { ...pss, saltLength: 20 }, Buffer.from(signature.signature, 'base64')),
    ).toBe(false);
  });

  test('is told from any other', async () => {
    const signature = await new RsaPssSigner(given(pem(privateKey))).sign(audit, TIMESTAMP);
    expect(verifySignature(audit, signature, publicPem)).toBe(true);
    expect(verifySignature(new Uint8Array([...audit, 32]), signature, publicPem)).toBe(false);
    const other = generateKeyPairSync('rsa', { modulusLength: 3072 }).publicKey;
    expect(verifySignature(audit, signature, pem(other, 'spki'))).toBe(false);
    const bent = { ...signature, signature: Buffer.alloc(384).toString('base64') };
    expect(verifySignature(audit, bent, publicPem)).toBe(false);
    expect(() => verifySignature(audit, signature, 'rubbish')).toThrow('no RSA key');
  });

  const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
  test.runIf(hasOpenssl)('verifies with the openssl command line of the README', async () => {
    const signature = await new RsaPssSigner(given(pem(privateKey))).sign(audit, TIMESTAMP);
    await writeFile(join(dir, 'audit.json'), audit);
    await writeFile(join(dir, 'public.pem'), publicPem);
    await writeFile(join(dir, 'raw.sig'), Buffer.from(signature.signature, 'base64'));
    const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'];
    const command = [
      'dgst',
      '-sha256',
      ...pss,
      '-verify',
      'public.pem',
      '-signature',
      'raw.sig',
      'audit.json',
    ];
    const run = spawnSync('openssl', command, { cwd: dir, encoding: 'utf8' });
    expect(run.stdout.trim()).toBe('Verified OK');
    const keyId = spawnSync(
      'sh',
      ['-c', 'openssl pkey -pubin -in public.pem -outform DER | openssl dgst -sha256 -r'],
      {
        cwd: dir,
        encoding: 'utf8',
      },
    );
    expect(keyId.stdout).toContain(signature.key_id);
  });

  test('by an rsa-pss key', async () => {
    // The types know older option names only.
    const options = {
      modulusLength: 3072,
      hashAlgorithm: 'sha256',
      mgf1HashAlgorithm: 'sha256',
      saltLength: 32,
    };
    const pair = generateKeyPairSync('rsa-pss', options as never) as unknown as Record<string, KeyObject>;
    if (!pair.privateKey || !pair.publicKey) throw new Error('no pair');
    const signer = new RsaPssSigner(given(pem(pair.privateKey)));
    await signer.prepare();
    expect(verifySignature(audit, await signer.sign(audit, TIMESTAMP), pem(pair.publicKey, 'spki'))).toBe(
      true,
    );
  });

  test.each([
    ['line ends written out', pem(privateKey).replaceAll('\n', '\\n')],
    ['indented', pem(privateKey).replaceAll('\n', '\n    ')],
    ['with CRLF and blank lines around', `\r\n${pem(privateKey).replaceAll('\n', '\r\n')}\r\n`],
  ])('by a key that came %s', async (_, text) => {
    const signature = await new RsaPssSigner(given(text)).sign(audit, TIMESTAMP);
    expect(verifySignature(audit, signature, publicPem)).toBe(true);
  });
});

describe('no usable key', () => {
  const rsa = (bits: number) => pem(generateKeyPairSync('rsa', { modulusLength: bits }).privateKey);
  const pss = (options: object) =>
    pem(generateKeyPairSync('rsa-pss', { modulusLength: 3072, ...options } as never).privateKey as never);
  test.each([
    ['empty', () => ' \n', 'it is empty'],
    ['garbage', () => 'hunter2hunter2', 'not in PEM form'],
    ['too short', () => rsa(2048), 'it has 2048 bits; at least 3072'],
    [
      'elliptic',
      () => pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, 'sec1'),
      'of type ec, not RSA',
    ],
    ['ed25519', () => pem(generateKeyPairSync('ed25519').privateKey), 'of type ed25519, not RSA'],
    [
      'behind a passphrase',
      () =>
        privateKey
          .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
          .toString(),
      'protected by a passphrase',
    ],
    [
      'behind a passphrase, PKCS#1',
      () =>
        privateKey
          .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
          .toString(),
      'protected by a passphrase',
    ],
    ['public', () => publicPem, 'a public key, not a private key'],
    [
      'OpenSSH',
      () => '-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2\n-----END OPENSSH PRIVATE KEY-----',
      'ssh-keygen',
    ],
    ['cut off', () => pem(privateKey).slice(0, 900), 'it is damaged'],
    [
      'bound to SHA-512',
      () => pss({ hashAlgorithm: 'sha512', mgf1HashAlgorithm: 'sha512' }),
      'other parameters',
    ],
    [
      'bound to a longer salt',
      () => pss({ hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256', saltLength: 64 }),
      'other parameters',
    ],
  ])('%s', async (_, make, words) => {
    const text = make();
    const thrown = await refusal(given(text));
    expect(thrown.message).toContain('signing-key');
    expect(thrown.message).toContain(words);
    expect(thrown.advice).toContain('RSA private key');
    const shown = inspect(thrown, { depth: 9 });
    for (const line of text.split('\n').filter((each) => each.length > 5 && !each.startsWith('-----'))) {
      expect(shown).not.toContain(line);
    }
  });

  test('whose parts do not belong together', async () => {
    const jwk = privateKey.export({ format: 'jwk' });
    const other = generateKeyPairSync('rsa', { modulusLength: 3072 }).privateKey.export({ format: 'jwk' });
    const mixed = createPrivateKey({ key: { ...other, n: jwk.n, e: jwk.e } as never, format: 'jwk' });
    expect((await refusal(given(pem(mixed, 'pkcs1')))).message).toMatch(/damaged|belong together/);
  });

  test('in a file that is not there, or is a folder', async () => {
    const path = join(dir, 'no.pem');
    expect((await refusal({ kind: 'file', path })).message).toContain(
      `${path}) is not usable: there is no such file`,
    );
    expect((await refusal({ kind: 'file', path: dir })).message).toContain('it is a folder');
  });

  test('because the state folder can’t be made', async () => {
    await writeFile(join(dir, 'file'), '');
    expect((await refusal({ kind: 'machine', folder: join(dir, 'file/state') })).message).toContain(
      "can't be made",
    );
  });
});

test('a key file that others may read is used with a warning', async () => {
  const path = join(dir, 'key.pem');
  await writeFile(path, pem(privateKey), { mode: 0o600 });
  const signer = new RsaPssSigner({ kind: 'file', path });
  expect(await signer.prepare()).toEqual([]);
  await chmod(path, 0o644);
  expect(await new RsaPssSigner({ kind: 'file', path }).prepare()).toEqual([
    expect.stringContaining(`${path} may be read by others (mode 644)`),
  ]);
});

test('a signer shows no key', () => {
  const signer = new RsaPssSigner(given(pem(privateKey)));
  expect(inspect(signer, { depth: 9, showHidden: true })).not.toContain('PRIVATE KEY');
});

describe('the key of this machine', () => {
  test('is made once, 0600, and named in a note', async () => {
    const folder = join(dir, 'state/release-rollback');
    const [one, two] = [
      new RsaPssSigner({ kind: 'machine', folder }),
      new RsaPssSigner({ kind: 'machine', folder }),
    ];
    await Promise.all([one.prepare(), two.prepare()]);
    const path = join(folder, 'signing-key.pem');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await readdir(folder)).sort()).toEqual(['signing-key.pem', 'signing-key.pub.pem']);
    const notes = [...one.notes, ...two.notes];
    expect(notes).toHaveLength(1);
    const key = createPublicKey(await readFile(path));
    const signatures = [await one.sign(audit, TIMESTAMP), await two.sign(audit, TIMESTAMP)];
    expect(notes[0]).toContain(path);
    expect(notes[0]).toContain(signatures[0]?.key_id);
    expect(signatures[1]?.key_id).toBe(signatures[0]?.key_id);
    for (const signature of signatures)
      expect(verifySignature(audit, signature, pem(key, 'spki'))).toBe(true);
    expect(createPublicKey(await readFile(join(folder, 'signing-key.pub.pem'))).equals(key)).toBe(true);
  });

  test('that is there is never replaced, even when it is unusable', async () => {
    const path = join(dir, 'signing-key.pem');
    await writeFile(path, 'broken');
    await refusal({ kind: 'machine', folder: dir });
    expect(await readFile(path, 'utf8')).toBe('broken');
    await rm(path);
    await mkdir(path);
    expect((await refusal({ kind: 'machine', folder: dir })).message).toContain(path);
  });
});
