#!/usr/bin/env node
import { prepareReleaseArtifacts } from './index.js';

process.exitCode = await prepareReleaseArtifacts(process.argv.slice(2));
