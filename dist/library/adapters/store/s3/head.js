import { GetObjectCommand, HeadObjectCommand, } from '@aws-sdk/client-s3';
import { isMute, readThrown } from './thrown.js';
/**
 * A HEAD. One that is refused comes without a body, so without a reason: an expired token, a clock that is off, a
 * customer's own key and a missing permission look alike. A GET of the same tells, and needs no other permission.
 */
export const headOf = ({ Bucket, Key, ChecksumMode }) => async (client, options) => {
    try {
        return await client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode }), options);
    }
    catch (thrown) {
        if (!isMute(readThrown(thrown)))
            throw thrown;
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }), options);
        Body?.destroy();
        throw thrown;
    }
};
