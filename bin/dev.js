#!/usr/bin/env node
// Runs src/ unbuilt: Node strips the types itself.
import { readFileSync } from 'node:fs';
import { main } from '../src/cli/main.ts';

const pjson = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
pjson.oclif.commands = { strategy: 'pattern', target: './src/commands' };
pjson.oclif.helpClass = './src/cli/help.ts';
await main({ pjson });
