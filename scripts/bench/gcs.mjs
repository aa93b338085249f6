// Google Cloud Storage: moves, and rewrites where moves are refused.
import { remote } from './remote.mjs';
import { rcloneRivals } from './rivals.mjs';

export const gcs = (run) =>
  remote(run, {
    name: 'Google Cloud Storage',
    store: 'gcs',
    ways: [
      { name: 'GCS moves', fill: {}, rivals: true },
      { name: 'GCS rewrites', fill: { moves: false } },
    ],
    cli: ({ bucket, endpoint }) => ({
      args: ['--repository', `gs://${bucket}`, '--gcs-endpoint', endpoint],
      env: {},
    }),
    rivals: (reach, home) =>
      rcloneRivals(reach, home, {
        remote: [
          'type = google cloud storage',
          'anonymous = true',
          `endpoint = ${reach.endpoint}/storage/v1/`,
          'bucket_policy_only = true',
        ],
        env: {},
      }),
  });
