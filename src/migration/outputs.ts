import { documentFile, type Embedded, type PatientRecord } from '../record/index.ts';
import type { ConvertedGroup } from './convert-group.ts';
import { type Crosswalk, type CrosswalkTable, openCrosswalk } from './crosswalk.ts';
import type { Directory } from './directory.ts';
import { type RunOptions, standsAlone } from './options.ts';
import type { ReadPart, ReadRows } from './read-group.ts';
import type { Rendered } from './render.ts';
import type { RunFolder } from './run-folder.ts';

/** What a run writes of what it converted, a patient at a time. */
export interface RunOutputs {
  write(converted: ConvertedGroup): void;
  /** Writes what is not of one patient. */
  writeShared(rendered: Rendered): void;
}

/** Where the parts of the outputs go. */
export interface OutputSinks {
  readonly folder: RunFolder;
  readonly people: Directory;
  ndjson(type: string, line: string): void;
  crosswalk(table: CrosswalkTable, line: string): void;
}

interface Parts extends Omit<OutputSinks, 'crosswalk'> {
  readonly options: RunOptions;
  readonly crosswalk: Crosswalk | undefined;
}

/** Opens the outputs that the options name. */
export function openOutputs(sinks: OutputSinks, options: RunOptions): RunOutputs {
  const crosswalk = options.crosswalk ? openCrosswalk(sinks.crosswalk) : undefined;
  const parts: Parts = { ...sinks, options, crosswalk };
  const kept = new Set<string>();
  return {
    write({ record, rendered, documents, rows }) {
      const { folder } = sinks;
      // First, as a file that changed meanwhile shows here, before anything else is written.
      if (isCopied(options)) keepEmbedded(folder, [...documents, ...rows], kept);
      if (options.source === 'file') {
        for (const { file, bytes, contribution } of documents) {
          folder.write(documentFile(file.sha256, contribution.source.mediaType), bytes());
        }
      }
      if (record && rendered) writeRecord(record, rendered, { ...parts, documents, rows });
    },
    writeShared(rendered) {
      writeRendered(rendered, parts);
      crosswalk?.entries(rendered.resources, undefined);
    },
  };
}

/** Whether content of other formats is kept as files of the run. */
const isCopied = ({ attachments, source }: RunOptions): boolean =>
  attachments === undefined ? source === 'file' : attachments === 'copy' || attachments === 'url';

/** Keeps what the sources hold of other formats; `kept` are the names of what is kept already. */
function keepEmbedded(folder: RunFolder, sources: readonly ReadPart[], kept: Set<string>): void {
  for (const one of sources.flatMap(({ contribution }) => contribution.embedded ?? [])) {
    if (one.staysThere) continue;
    const name = documentFile(one.sha256, one.mediaType);
    // The same letter may stand in many documents.
    if (!kept.has(name)) writeInParts(folder, name, one);
    kept.add(name);
  }
}

function writeInParts(folder: RunFolder, name: string, { parts }: Embedded): void {
  const output = folder.append(name);
  try {
    output.write('', 1);
    for (const part of parts()) output.write(part, 0);
  } catch (error) {
    output.abandon();
    throw error;
  }
  output.close();
}

function writeRecord(
  record: PatientRecord,
  rendered: Rendered,
  { documents, rows, ...parts }: Parts & Pick<ConvertedGroup, 'documents' | 'rows'>,
): void {
  const { options, people, crosswalk } = parts;
  writeRendered(rendered, parts);
  const outputs = rendered.files.map(({ file }) => file);
  const sources = [...documents.map(({ file }) => file.name), ...rows.flatMap(filesOf)];
  crosswalk?.patient(record, { sources, outputs });
  crosswalk?.entries(rendered.resources, record.patient.id);
  if (standsAlone(options)) return;
  for (const { contribution } of [...documents, ...rows]) people.add(contribution);
}

/** The files that a patient's rows stand in. */
const filesOf = ({ of }: ReadRows): string[] => [...new Set(of.rows.map(({ layout }) => layout.file))];

function writeRendered({ files, lines }: Rendered, { folder, ndjson }: Parts): void {
  for (const { file, text, count } of files) folder.write(file, text, count);
  for (const { type, line } of lines) ndjson(type, line);
}
