/** Of this tool, not of a release; a test compares it with package.json. */
export declare const TOOL_VERSION = "0.1.0";
