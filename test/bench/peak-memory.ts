import { writeFileSync } from 'node:fs';

// Told when a process ends that loads this: its greatest memory in KB, and the time that it computed.

const file = process.env['CHARTLIFT_BENCH_PEAK'];
if (file) process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())));
