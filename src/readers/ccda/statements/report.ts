import type { Attachment, Participation, Report, When } from '../../../record/index.ts';
import { resultReportStatusOf } from '../../../terminology/index.ts';
import type { XmlElement } from '../../xml/element.ts';
import { says } from '../datatypes/concept.ts';
import { known, readWhen } from '../datatypes/time.ts';
import { readValue } from '../datatypes/value.ts';
import { by, type Field } from '../fields.ts';
import type { Scope } from '../scope.ts';
import type { Definition } from '../statement.ts';
import { isEvent } from './act.ts';
import { authors, commentsAt, statementFields } from './common.ts';
import { encounterReference } from './encounter-reference.ts';
import { observation } from './observation.ts';
import { asPerformers, componentsOf, organizerOf, participations } from './organizer.ts';
import { holdsResults, memberResults } from './panel.ts';
import { reportCategories } from './result-category.ts';
import { spanFields } from './span.ts';
import { readSpecimens } from './specimen.ts';

const status: Field<Report['status']> = by('statusCode', (from) => {
  const statusCode = from.first('statusCode');
  const value = resultReportStatusOf(statusCode?.attributes['code']?.trim() ?? '');
  return { value: value ?? 'unknown', nodes: statusCode ? [statusCode] : [] };
});

/** The service that reports; for want of one, the authors. */
const performers: Field<Participation[]> = by(
  'performer | participant[@typeCode=RESP] | author',
  (from, scope) => {
    const stated = participations('performer', 'RESP').read(from, scope);
    if (stated) return stated;
    const found = authors.read(from, scope);
    const value = found && asPerformers(found.value);
    return found && value && value.length > 0 ? { value, nodes: found.nodes } : undefined;
  },
);

/** When somebody verified it. */
const issued: Field<When> = by('participant[@typeCode=VRF]/time', (from, scope) => {
  const verifier = from.elements('participant').find(({ attributes }) => attributes['typeCode'] === 'VRF');
  const time = verifier?.first('time');
  const value = time && known(readWhen(time, scope));
  return value && { value, nodes: [time] };
});

/** The documents among the values of its results, by their names. */
const presentedForms: Field<Attachment[]> = by(
  'component/observation/value[@representation=B64]',
  (from, scope) => {
    const nodes = componentsOf(from, 'observation').flatMap((one) => one.elements('value'));
    const documents = nodes.filter(({ attributes }) => attributes['representation'] === 'B64');
    const value = documents.flatMap((node) => {
      const attachment = readValue(node, scope)?.attachment;
      const title = node.parent && titleOf(node.parent, scope);
      return attachment ? [{ ...attachment, ...(title && { title }) }] : [];
    });
    return value.length > 0 ? { value, nodes: documents } : undefined;
  },
);

function titleOf(result: XmlElement, scope: Scope): string | undefined {
  const code = observation.fields.code.read(result, scope)?.value;
  return says(code) ? (code.text ?? code.codings[0]?.display) : undefined;
}

const saysCode = (organizer: XmlElement, scope: Scope): boolean =>
  says(observation.fields.code.read(organizer, scope)?.value);

const sections = new Set(['Results', 'Findings (imaging)', 'Impressions (imaging)']);

/** Result Organizer. */
export const report: Definition<'report'> = {
  kind: 'report',
  title: 'Result Organizer',
  templates: ['2.16.840.1.113883.10.20.22.4.1', '2.16.840.1.113883.10.20.1.32'],
  elements: ['organizer'],
  matches: (element, { section }) =>
    element.first('templateId') === undefined && sections.has(section?.rules?.title ?? ''),
  // "No results" is written as an organizer that names nothing: its words stay in the narrative.
  accepts: (element, scope) =>
    element.name === 'organizer' &&
    isEvent(element) &&
    organizerOf(element) === undefined &&
    (saysCode(element, scope) || holdsResults(element, scope)),
  fields: {
    ...statementFields,
    authors: participations('author', 'AUT'),
    notes: commentsAt('component/[comment]'),
    status,
    categories: reportCategories,
    code: observation.fields.code,
    encounter: encounterReference,
    ...spanFields,
    issued,
    performers,
    interpreters: participations('', 'VRF'),
    specimens: by('specimen | component/procedure', readSpecimens),
    results: memberResults,
    presentedForms,
  },
  structure: [],
  // US Core requires the time of a report that is out: where the source has none, that is said.
  settle: (item) =>
    item.effective || item.effectivePeriod ? item : { ...item, effective: { absent: 'unknown' } },
};
