#!/usr/bin/env node
import { prepareReleaseArtifacts, endWith } from './index.js';

endWith(await prepareReleaseArtifacts(process.argv.slice(2)));
