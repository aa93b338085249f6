// S3: copies, and versions of a bucket that keeps them.
import { remote } from './remote.mjs';
import { awsRivals, rcloneRivals } from './rivals.mjs';

const credentialsOf = ({ credentials }) => ({
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
});

export const s3 = (run) =>
  remote(run, {
    name: 'S3',
    store: 's3',
    ways: [
      { name: 'S3 copies', fill: {}, rivals: true },
      { name: 'S3 versions', fill: { versioned: true } },
    ],
    cli: (reach) => ({
      args: [
        ...['--repository', `s3://${reach.bucket}`, '--s3-endpoint', reach.endpoint],
        ...['--s3-region', reach.region, '--s3-force-path-style'],
      ],
      env: credentialsOf(reach),
    }),
    rivals: (reach, home) => ({
      ...awsRivals(reach, home, credentialsOf(reach)),
      ...rcloneRivals(reach, home, {
        // Any other name than AWS: that one wants buckets as host names.
        remote: [
          'type = s3',
          'provider = Other',
          'env_auth = true',
          `endpoint = ${reach.endpoint}`,
          `region = ${reach.region}`,
        ],
        env: credentialsOf(reach),
      }),
    }),
  });
