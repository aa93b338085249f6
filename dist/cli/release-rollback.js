#!/usr/bin/env node
import { releaseRollback, endWith } from './index.js';

endWith(await releaseRollback(process.argv.slice(2)));
