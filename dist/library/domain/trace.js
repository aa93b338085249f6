const MOST_CAUSES = 8;
const MOST_FRAMES = 30;
/** What may stand in a foreign error's text and is nobody's business: keys, tokens, signatures, passwords in URLs. */
const SECRETS = [
    [/-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g, '[a key]'],
    [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@'],
    [/\b(Bearer|Basic) +[^\s'",]+/gi, '$1 ***'],
    [/\b((?:X-(?:Amz|Goog)-)?(?:Signature|Credential|Security-Token))=[^&\s'",]+/gi, '$1=***'],
    [/\b(AKIA|ASIA)[A-Z0-9]{12,}/g, '$1***'],
    [/\bya29\.[\w.-]+/g, 'ya29.***'],
    [
        /([\w-]*(?:secret|token|password|private[_-]?key)[\w-]*["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|[^\s"',}]+)/gi,
        '$1***',
    ],
];
/**
 * Stack and causes of an error, a line each, secrets masked: for `--verbose`. Nothing of one that is raised on purpose
 * and has no cause: its message says all.
 */
export function traceOf(error) {
    if (error.code !== 'INTERNAL' && error.cause === undefined)
        return [];
    const lines = linesOf(error);
    let from = error.cause;
    for (let count = 0; from !== undefined && count < MOST_CAUSES; count += 1) {
        const [first = '', ...rest] = linesOf(from);
        lines.push(`caused by ${first}`, ...rest);
        from = from instanceof Error ? from.cause : undefined;
    }
    return lines;
}
function linesOf(thrown) {
    const text = thrown instanceof Error ? (thrown.stack ?? `${thrown.name}: ${thrown.message}`) : String(thrown);
    return masked(text).split('\n').slice(0, MOST_FRAMES);
}
const masked = (text) => SECRETS.reduce((shown, [secret, mask]) => shown.replace(secret, mask), text);
