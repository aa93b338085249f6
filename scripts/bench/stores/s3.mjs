// The tests' S3 on loopback with one release in it.
import { Content } from '../../../__tests__/servers/s3/content.ts';
import { S3Server } from '../../../__tests__/servers/s3/server.ts';
import { BUCKET, release } from './objects.mjs';
import { serve } from './serve.mjs';

const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench-secret' };
const server = await S3Server.start({ credentials });
let saved;

serve({
  fill({ objects, versioned = false }) {
    server.state.buckets.delete(BUCKET);
    const bucket = server.createBucket(BUCKET);
    if (versioned) bucket.versioning = 'Enabled';
    for (const { key, text, seed, size } of release(objects))
      bucket.put(key, text === undefined ? Content.byRule(size, seed) : Content.of(text));
  },
  save() {
    saved = server.state.clone();
  },
  rewind() {
    server.state = saved.clone();
    server.log.reset();
  },
  latency(ms) {
    server.latency = ms;
  },
  requests: () =>
    server.log.entries.map(({ operation, key, changes, url }) => {
      return { operation, key, changes, follows: /[?&](continuation-token|key-marker)=/.test(url) };
    }),
  left: (prefix) => server.bucket(BUCKET).keys(prefix).length,
  reach: () => ({
    bucket: BUCKET,
    endpoint: server.endpoint,
    region: server.region,
    credentials,
  }),
});
