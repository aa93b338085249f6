#!/usr/bin/env node
import { releaseRollback } from './index.js';

process.exitCode = await releaseRollback(process.argv.slice(2));
