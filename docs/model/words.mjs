// Requests in words, for traces.

export const name = (run) => `run ${run.id} (${run.kind})`;

const WHAT = {
  manifest: () => 'create the manifest',
  keep: ({ k }) => `copy artifact ${k} into the backup`,
  put: ({ k }) => `put artifact ${k} back`,
  remove: ({ k }) => `delete artifact ${k}`,
  discard: ({ k }) => `discard the backup of artifact ${k}`,
  discardManifest: () => 'discard the manifest',
  index: ({ value }) => (value === 0 ? 'take the entry out of the index' : 'list the entry again'),
  marker: ({ value }) => (value === 0 ? 'create the marker' : "create the marker 'reverted'"),
};

export function describe(request) {
  const what = WHAT[request.type]?.(request) ?? `record '${request.type}'`;
  return `${what} [operation ${request.op}]`;
}
