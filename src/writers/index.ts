/** The output formats, by the name `--to` takes; each loads when it is chosen. */
export const writers = {
  fhir: () => import('./fhir/index.ts'),
  record: () => import('./record/index.ts'),
} satisfies Record<string, () => Promise<object>>;

export type WriterName = keyof typeof writers;
