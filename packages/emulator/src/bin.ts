#!/usr/bin/env node
import { report, runCommand } from './cli/run-command.ts'

runCommand(process.argv.slice(2)).catch((error: unknown) => process.exit(report(error)))
