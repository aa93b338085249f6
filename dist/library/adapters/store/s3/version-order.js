/**
 * Notes in which order versions and markers stand in the answer to a command, before the SDK puts them into two lists:
 * their times, in whole seconds, don't tell what is newer. To be called before the command is sent; the result is asked
 * for after.
 */
export function keepOrder(command) {
    let order = [];
    command.middlewareStack.add((next) => async (args) => {
        const result = await next(args);
        const { response } = result;
        if (isAnswer(response) && response.statusCode === 200) {
            const body = await collect(response.body);
            response.body = body;
            order = orderIn(new TextDecoder().decode(body));
        }
        return result;
    }, { step: 'deserialize', priority: 'low', name: 'keepVersionOrder' });
    return () => order;
}
/** A '<' in a key or name is escaped, so these are the elements themselves. */
export const orderIn = (xml) => [...xml.matchAll(/<(Version|DeleteMarker)[\s>]/g)].map(([, kind]) => kind);
const isAnswer = (response) => typeof response === 'object' && response !== null && 'body' in response && 'statusCode' in response;
async function collect(body) {
    if (body instanceof Uint8Array)
        return body;
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
