import type { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandInput,
  type HeadObjectCommandOutput,
} from '@aws-sdk/client-s3';
import type { Send } from './caller.ts';
import { isMute, readThrown } from './thrown.ts';

/**
 * A HEAD. One that is refused comes without a body, so without a reason: an expired token, a clock that is off, a
 * customer's own key and a missing permission look alike. A GET of the same tells, and needs no other permission.
 */
export const headOf =
  ({ Bucket, Key, ChecksumMode }: HeadObjectCommandInput): Send<HeadObjectCommandOutput> =>
  async (client, options) => {
    try {
      return await client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode }), options);
    } catch (thrown) {
      if (!isMute(readThrown(thrown))) throw thrown;
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }), options);
      (Body as Readable | undefined)?.destroy();
      throw thrown;
    }
  };
