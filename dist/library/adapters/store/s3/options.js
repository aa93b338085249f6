export const LONGEST_REQUEST = 20_000;
/**
 * CopyObject takes up to 5 GiB, but has to answer within a request's 20 seconds, or it would be sent again for ever;
 * parts also go side by side.
 */
export const COPY_THRESHOLD = 2 ** 30;
export const PART_SIZE = 2 ** 28;
