/** What a worse store leaves out; each can be switched while the server runs. */
export interface Weaknesses {
  /** If-Match and If-None-Match of PutObject and CompleteMultipartUpload are not looked at. */
  ignoresConditionalPuts: boolean;
  /** If-Match of DeleteObject and the ETags in DeleteObjects are not looked at. */
  ignoresConditionalDeletes: boolean;
  /** If-Match of a DeleteObject of what is not there is not looked at. */
  ignoresConditionsOfAbsentDeletes: boolean;
  /** x-amz-copy-source-if-* of CopyObject and UploadPartCopy are not looked at. */
  ignoresCopySourceConditions: boolean;
  /** If-Match and If-None-Match of CopyObject, which speak of the destination, are not looked at. */
  ignoresCopyDestinationConditions: boolean;
  /** Versioning and versions are answered 501. */
  lacksVersioning: boolean;
}

/** Sizes in bytes. Tests lower them, so that they are reached with little. */
export interface Limits {
  /** Of one CopyObject or part copy. */
  copy: number;
  /** Of every part but the last. */
  smallestPart: number;
  /** Keys, versions, uploads or parts in one answer. */
  page: number;
}

export const AMAZON: Weaknesses = {
  ignoresConditionalPuts: false,
  ignoresConditionalDeletes: false,
  ignoresConditionsOfAbsentDeletes: false,
  ignoresCopySourceConditions: false,
  ignoresCopyDestinationConditions: false,
  lacksVersioning: false,
};

/** User Guide, "Amazon S3 multipart upload limits". */
export const LIMITS: Limits = { copy: 5 * 2 ** 30, smallestPart: 5 * 2 ** 20, page: 1000 };
