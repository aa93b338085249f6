export declare const machineKeyPath: (folder: string) => string;
export declare const machinePublicKeyPath: (folder: string) => string;
/** The files of this machine's key that are there: no output may replace them, also where nothing is signed. */
export declare const machineKeyFilesIn: (folder: string) => readonly string[];
/** Makes this machine's key if there is none yet; true if we made it. Two runs at once agree on one key. */
export declare function ensureMachineKey(folder: string): Promise<boolean>;
