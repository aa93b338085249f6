import { readInputs } from '../adapters/github/inputs.ts';
import { runAction } from './action/run-action.ts';

process.exitCode = await runAction(readInputs());
