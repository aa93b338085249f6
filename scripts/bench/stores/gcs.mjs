// The tests' Google Cloud Storage on loopback with one release in it.
import { isWrite } from '../../../__tests__/servers/gcs/call.ts';
import { ruledContent } from '../../../__tests__/servers/gcs/content.ts';
import { GcsServer } from '../../../__tests__/servers/gcs/server.ts';
import { BUCKET, release } from './objects.mjs';
import { serve } from './serve.mjs';

const server = await GcsServer.start();
const empty = server.snapshot();
let saved;

serve({
  fill({ objects, moves = true }) {
    server.restore(empty);
    server.rules.moveRefused = moves ? undefined : { status: 400, reason: 'invalid' };
    const bucket = server.createBucket(BUCKET);
    bucket.config.softDeletePolicy = { retentionDurationSeconds: '0' };
    const contents = new Map();
    for (const { key, text, size } of release(objects)) {
      if (!contents.has(size)) contents.set(size, ruledContent(size));
      bucket.put(key, text ?? contents.get(size));
    }
  },
  save() {
    saved = server.snapshot();
  },
  rewind() {
    server.restore(saved);
    server.log.reset();
  },
  latency(ms) {
    server.rules.latency = ms;
  },
  requests,
  left: (prefix) => server.bucket(BUCKET).names(prefix).length,
  reach: () => ({ bucket: BUCKET, endpoint: server.endpoint }),
});

/** A batch counts as one, and for what is in it. */
function requests() {
  const { entries } = server.log;
  const batches = [...new Set(entries.flatMap(({ batch }) => batch ?? []))];
  const whole = (entry) => {
    if (entry.operation !== 'batch') return [entry];
    const number = batches.shift();
    return entries.filter(({ batch }) => batch === number);
  };
  return entries
    .filter(({ batch }) => batch === undefined)
    .map((entry) => {
      const parts = whole(entry);
      return {
        operation: entry.operation,
        key: parts[0]?.key,
        changes: parts.some(({ operation }) => isWrite(operation)),
        follows: entry.query.pageToken !== undefined,
      };
    });
}
