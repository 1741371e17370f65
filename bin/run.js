#!/usr/bin/env node
// Old versions of Node read this file too, to say what to install: it keeps to what Node 12 understands.
import process from 'node:process';

const [major, minor] = process.versions.node.split('.').map(Number);

// The range of package.json, as @medplum/core asks for it.
if (major > 24 || (major === 22 && minor >= 18) || (major === 24 && minor >= 2)) {
  void import('../dist/cli/main.js').then((program) => program.main());
} else {
  process.stderr.write(
    `chartlift needs Node.js 22.18, or 24.2 and newer, this is ${process.versions.node}: install Node.js 24 from https://nodejs.org\n`,
  );
  process.exitCode = 2;
}
