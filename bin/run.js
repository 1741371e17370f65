#!/usr/bin/env node
// Old versions of Node read this file too, to say what to install: it keeps to what Node 12 understands.
import process from 'node:process';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 13)) {
  void import('../dist/cli/main.js').then((program) => program.main());
} else {
  process.stderr.write(
    `chartlift needs Node.js 22.13 or newer, this is ${process.versions.node}: install Node.js 24 from https://nodejs.org\n`,
  );
  process.exitCode = 2;
}
