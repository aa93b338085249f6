import { DEFAULTS } from './options.js';
/** Where the results go. Paths stay as they were given: only the entry knows what they are relative to. */
export function readOutput(reader) {
    const jsonReport = reader.path('json-report');
    const textReport = reader.path('text-report');
    if (jsonReport !== undefined && jsonReport === textReport) {
        reader.problem('text-report', `is the same file as ${reader.label('json-report')}`);
    }
    return {
        manifestDir: reader.path('manifest-output-dir') ?? DEFAULTS['output-dir'],
        auditDir: reader.path('audit-output-dir') ?? DEFAULTS['output-dir'],
        jsonReport,
        textReport,
        sign: reader.flag('sign-audit-log'),
        verbose: reader.flag('verbose'),
    };
}
