import { basename } from 'node:path';
import { byCode, type Finding } from './judges.ts';
import type { Measure } from './measure.ts';

/** Findings by kind, and the first of them whole. */
export const errorLines = (findings: readonly Finding[]): string[] => [
  ...Object.entries(byCode(findings)).map(([code, count]) => `    ${count} × ${code}`),
  ...findings
    .slice(0, 10)
    .map(({ code, message, path, file }) => `    ${code}: ${message} (${basename(file)} ${path})`),
];

export const warningLines = (findings: readonly Finding[]): string[] => [
  '    warnings',
  ...Object.entries(byCode(findings)).map(([code, count]) => `    ${String(count).padStart(6)} × ${code}`),
];

/** What was written of each type. */
export const measureLines = ({ types, codingsDropped, systemsDropped }: Measure): string[] => [
  '    type                     resources  claims a profile  values said to be absent',
  ...Object.entries(types).map(([type, { resources, claimed, absent }]) => {
    const share = `${Math.round((claimed / resources) * 100)} %`;
    return `    ${type.padEnd(24)} ${String(resources).padStart(9)}  ${share.padStart(16)}  ${String(absent).padStart(24)}`;
  }),
  `  not written: ${codingsDropped} codes, ${systemsDropped} code systems`,
];
