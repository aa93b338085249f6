export const encryptionOf = ({ ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled, WebsiteRedirectLocation, }) => ({
    ServerSideEncryption,
    SSEKMSKeyId,
    BucketKeyEnabled,
    WebsiteRedirectLocation,
});
/** Whether a copy that asked for nothing got what its source had. What never was encrypted can't be asked for. */
export const isCarried = (source, copy) => source.WebsiteRedirectLocation === copy.WebsiteRedirectLocation && isEncryptionCarried(source, copy);
const isEncryptionCarried = (source, copy) => source.ServerSideEncryption === undefined ||
    (source.ServerSideEncryption === copy.ServerSideEncryption &&
        source.SSEKMSKeyId === copy.SSEKMSKeyId &&
        (source.BucketKeyEnabled ?? false) === (copy.BucketKeyEnabled ?? false));
/**
 * A copy gets the bucket's default encryption unless it asks for another, and only a HEAD tells what its source has: one
 * request more for each. So the first copy of a kind (backup, restore) is a sample. If it got what its source has, all
 * others are taken to be like it: a release is uploaded in one go. If not, each is looked at; also where the sample sends
 * on to another place, which no copy takes over. One that is encrypted otherwise than the sample after all shows by its
 * ETag (copy.ts).
 */
export class EncryptionCarrier {
    #samples = new Map();
    async copy(kind, requests) {
        const sampled = this.#samples.get(kind);
        if (sampled === undefined)
            return this.#sample(kind, requests);
        const verdict = await sampled;
        // The sample failed: this one is the next.
        if (verdict === undefined)
            return this.copy(kind, requests);
        return verdict === 'default' ? requests.copy() : requests.copy(await requests.look());
    }
    async #sample(kind, requests) {
        const sample = takeSample(requests);
        this.#samples.set(kind, sample.then(({ verdict }) => verdict, () => undefined));
        try {
            return (await sample).made;
        }
        catch (thrown) {
            this.#samples.delete(kind);
            throw thrown;
        }
    }
}
async function takeSample(requests) {
    const wanted = await requests.look();
    const { WebsiteRedirectLocation: redirect } = wanted;
    const made = await requests.copy(redirect === undefined ? undefined : { WebsiteRedirectLocation: redirect });
    if (isEncryptionCarried(wanted, made)) {
        return { verdict: redirect === undefined ? 'default' : 'each', made };
    }
    return { verdict: 'each', made: await requests.copyOver(made, wanted) };
}
