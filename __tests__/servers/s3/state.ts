import { Bucket } from './bucket.ts';
import { S3Error } from './errors.ts';
import { Ticker } from './ticker.ts';

/** All that is stored. A clone shares nothing that changes, and costs little: versions are values. */
export class S3State {
  readonly ticker: Ticker;
  readonly buckets = new Map<string, Bucket>();

  constructor(ticker: Ticker) {
    this.ticker = ticker;
  }

  static at(now: () => number): S3State {
    return new S3State(new Ticker(now));
  }

  create(name: string, region: string): Bucket {
    const bucket = new Bucket(name, region, this.ticker);
    this.buckets.set(name, bucket);
    return bucket;
  }

  /** @throws S3Error NoSuchBucket */
  bucket(name: string): Bucket {
    const found = this.buckets.get(name);
    if (!found) throw new S3Error('NoSuchBucket', { elements: { BucketName: name } });
    return found;
  }

  clone(): S3State {
    const copy = new S3State(this.ticker.clone());
    for (const [name, bucket] of this.buckets) {
      copy.buckets.set(name, new Bucket(name, bucket.region, copy.ticker, bucket));
    }
    return copy;
  }
}
