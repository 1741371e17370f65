import type { PatientRecord } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Shared } from '../context.ts';
import { codeOf } from '../datatypes/concept.ts';
import type { Composition, CompositionSection, Device, Resource } from '../fhir-types.ts';
import { ipsUrlOf, type Json } from '../profiles/index.ts';
import { addressOf } from '../references.ts';
import { escapeText } from '../xhtml.ts';
import { absentEntries, absentResource } from './absent.ts';
import { habitsOf, type SummarySection, sections } from './sections.ts';
import { wordsOf } from './words.ts';

const snomed = 'http://snomed.info/sct';

/** The summary's Composition, its author, and what it holds for sections of which the source says nothing. */
export function summaryResources(
  record: PatientRecord,
  written: readonly Resource[],
  shared: Shared,
): Resource[] {
  const { options, subject } = shared;
  const placed = placedIn(written as unknown as readonly Json[]);
  const author = programDevice(shared);
  const byAddress = new Map(written.map((one) => [`${one.resourceType}/${one.id}`, one as unknown as Json]));
  const find = (reference: string): Json | undefined => byAddress.get(reference);
  const absent: Resource[] = [];
  const filled = sections.flatMap((section) => {
    const own = (placed.get(section.key) ?? []) as unknown as Resource[];
    const missing = absentOf(section, own, { record, shared });
    absent.push(...missing);
    return own.length + missing.length > 0 ? [sectionOf(section, [...missing, ...own], find)] : [];
  });
  const composition = resource<Composition>({
    resourceType: 'Composition',
    id: options.make('Composition', record.patient.id, 'ips'),
    meta: { profile: [ipsUrlOf('Composition')] },
    status: 'final',
    type: codeOf('http://loinc.org', '60591-5', 'Patient summary Document'),
    subject,
    date: options.asOf,
    author: [{ reference: `Device/${author.id}` }],
    title: 'International Patient Summary',
    custodian: custodianOf(record),
    section: filled,
  });
  return [author, ...absent, composition];
}

/** The resources by the key of their section. */
function placedIn(written: readonly Json[]): ReadonlyMap<string | undefined, readonly Json[]> {
  const placed = new Map(Map.groupBy(written, (one) => sections.find(({ holds }) => holds(one))?.key));
  const { kept, others } = habitsOf(placed.get('socialHistory') ?? []);
  placed.set('socialHistory', kept);
  placed.set('findings', [...(placed.get('findings') ?? []), ...others]);
  return placed;
}

/** The custodian of the last document, who keeps the chart. */
function custodianOf({ statements }: PatientRecord): Composition['custodian'] {
  const dated = statements.document.filter(({ custodian }) => custodian !== undefined);
  const last = dated.toSorted((a, b) => ((a.date?.value ?? '') < (b.date?.value ?? '') ? -1 : 1)).at(-1);
  const reference = last?.custodian && addressOf(last.custodian.ref);
  return reference?.startsWith('Organization/') ? { reference } : undefined;
}

/** The program that put the summary together. */
function programDevice({ options }: Shared): Device {
  const { name, version } = options.program;
  return resource<Device>({
    resourceType: 'Device',
    id: options.make('Device', name, version),
    deviceName: [{ name, type: 'user-friendly-name' }],
    type: { text: 'Software that converts charts' },
    version: [{ value: version }],
  });
}

interface Given {
  readonly record: PatientRecord;
  readonly shared: Shared;
}

/** Nothing where an entry meets the guide's profile, else that there is none, or no information. */
function absentOf({ key }: SummarySection, own: readonly Resource[], { record, shared }: Given): Resource[] {
  const entry = absentEntries[key];
  if (!entry || own.some(({ meta }) => meta?.profile?.some((url) => url.includes('/uv/ips/')))) return [];
  const isNone =
    record.statements.noneKnown.some(({ about }) => about === entry.about) ||
    (key === 'problems' && own.some(saysNoProblems));
  const code = isNone ? entry.none : entry.noInformation;
  const id = shared.options.make(entry.type, record.patient.id, 'ips', key);
  return code ? [claimedAbsence(absentResource(entry.type, code, { id, subject: shared.subject }))] : [];
}

/** "No current problems or disability" has no status, and so cannot meet the profile itself. */
const saysNoProblems = (one: Resource): boolean =>
  one.resourceType === 'Condition' &&
  (one.code?.coding ?? []).some(({ system, code }) => system === snomed && code === noProblems);
const noProblems = '160245001';

/** These are made to meet their profile. */
const claimedAbsence = ({ resourceType, id, ...rest }: Resource): Resource =>
  ({ resourceType, id, meta: { profile: [ipsUrlOf(resourceType)] }, ...rest }) as Resource;

function sectionOf(
  { title, code }: SummarySection,
  entries: readonly Resource[],
  find: (reference: string) => Json | undefined,
): CompositionSection {
  const lines = entries.map((one) => `<li>${escapeText(wordsOf(one as unknown as Json, find))}</li>`);
  return {
    title,
    code: code ? codeOf('http://loinc.org', code.code, code.display) : { text: title },
    text: {
      status: 'generated',
      div: `<div xmlns="http://www.w3.org/1999/xhtml"><ul>${lines.join('')}</ul></div>`,
    },
    entry: entries.map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` })),
  };
}
