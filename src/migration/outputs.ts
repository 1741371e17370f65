import type { PeopleView } from '../assemble/index.ts';
import { documentFile, type Embedded, type IdMaker, type PatientRecord } from '../record/index.ts';
import type { ConvertedGroup } from './convert-group.ts';
import { type Crosswalk, openCrosswalk } from './crosswalk.ts';
import { type Directory, openDirectory } from './directory.ts';
import { type NdjsonFolder, openNdjson } from './ndjson.ts';
import { type RunOptions, standsAlone } from './options.ts';
import type { ReadPart, ReadRows } from './read-group.ts';
import { type Rendered, renderPeople } from './render.ts';
import type { RunFolder } from './run-folder.ts';

/** Everything that a run writes of what it converted. */
export interface RunOutputs {
  write(converted: ConvertedGroup): void;
  /** Takes people who are told of apart from patients. */
  addPeople(view: PeopleView): void;
  /** Writes the people of the whole run; answers what was written. */
  close(): Rendered;
}

interface Parts {
  readonly folder: RunFolder;
  readonly options: RunOptions;
  readonly make: IdMaker;
  readonly directory: Directory;
  readonly ndjson: NdjsonFolder | undefined;
  readonly crosswalk: Crosswalk | undefined;
}

/** Opens the outputs that the options name. */
export function openOutputs(folder: RunFolder, options: RunOptions, make: IdMaker): RunOutputs {
  const parts: Parts = {
    folder,
    make,
    options,
    directory: openDirectory(),
    ndjson: options.to.includes('ndjson') ? openNdjson(folder, options.maxFileResources) : undefined,
    crosswalk: options.crosswalk ? openCrosswalk(folder) : undefined,
  };
  const kept = new Set<string>();
  return {
    write({ record, rendered, documents, rows }) {
      if (options.source === 'file') {
        for (const { file, bytes, contribution } of documents) {
          folder.write(documentFile(file.sha256, contribution.source.mediaType), bytes);
        }
      }
      if (isCopied(options)) keepEmbedded(folder, [...documents, ...rows], kept);
      if (record && rendered) writeRecord(record, rendered, { ...parts, documents, rows });
    },
    addPeople: (view) => parts.directory.add(view),
    close: () => closeAll(parts),
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
  output.write('', 1);
  for (const part of parts()) output.write(part, 0);
  output.close();
}

function writeRecord(
  record: PatientRecord,
  rendered: Rendered,
  {
    folder,
    options,
    directory,
    ndjson,
    crosswalk,
    documents,
    rows,
  }: Parts & Pick<ConvertedGroup, 'documents' | 'rows'>,
): void {
  writeRendered(rendered, folder, ndjson);
  const outputs = rendered.files.map(({ file }) => file);
  const sources = [...documents.map(({ file }) => file.name), ...rows.flatMap(filesOf)];
  crosswalk?.patient(record, { sources, outputs });
  crosswalk?.entries(rendered.resources, record.patient.id);
  if (standsAlone(options)) return;
  for (const { contribution } of [...documents, ...rows]) directory.add(contribution);
}

/** The files that a patient's rows stand in. */
const filesOf = ({ of }: ReadRows): string[] => [...new Set(of.rows.map(({ layout }) => layout.file))];

function writeRendered(
  { files, lines }: Rendered,
  folder: RunFolder,
  ndjson: NdjsonFolder | undefined,
): void {
  for (const { file, text, count } of files) folder.write(file, text, count);
  for (const { type, line } of lines) ndjson?.add(type, line);
}

/** The people of the whole run come last: only now is each of them known from all sides. */
function closeAll({ folder, options, make, directory, ndjson, crosswalk }: Parts): Rendered {
  const shared = renderPeople(directory.merged(), options, make);
  writeRendered(shared, folder, ndjson);
  crosswalk?.entries(shared.resources, undefined);
  ndjson?.close(options.asOf);
  crosswalk?.close();
  return shared;
}
