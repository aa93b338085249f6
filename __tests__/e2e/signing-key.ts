import { generateKeyPairSync } from 'node:crypto';

let pem: string | undefined;

/** One RSA key of 3072 bits for the tests of a file: making it takes its time. */
export function privateKeyPem(): string {
  pem ??= generateKeyPairSync('rsa', { modulusLength: 3072 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  return pem;
}
