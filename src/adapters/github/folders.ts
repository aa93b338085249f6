import { cp, mkdirP } from '@actions/io';

/** A folder with its parents. */
export const makeFolder = (path: string): Promise<void> => mkdirP(path);

export const copyFile = (from: string, to: string): Promise<void> => cp(from, to);
