import type { ImagingSeries, ImagingStudy as RecordStudy } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { coding, concepts } from '../datatypes/concept.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { identifiers } from '../datatypes/identifier.ts';
import { narrative } from '../datatypes/narrative.ts';
import { dated, isSaid } from '../datatypes/when.ts';
import { everyField } from '../every-field.ts';
import type { Coding, ImagingStudy, ImagingStudySeries, ImagingStudySeriesInstance } from '../fhir-types.ts';

/** Images and where they are, as an ImagingStudy. */
export function imagingStudy(study: RecordStudy, context: Context): ImagingStudy {
  const { id, identifiers: numbers, text, authors: _provenance, notes, status, started, ...all } = study;
  const { informants: _sources, labels: _labels, ...more } = all;
  const {
    encounter,
    referrer,
    locations = [],
    procedures,
    reasons,
    description,
    series = [],
    ...rest
  } = more;
  everyField(rest);
  if (locations.length > 1) context.unwritten('locations');
  return resource<ImagingStudy>({
    resourceType: 'ImagingStudy',
    id,
    text: narrative(text),
    identifier: identifiers(numbers),
    status,
    subject: context.subject,
    encounter: context.refer(encounter, 'encounter', 'encounter'),
    ...(isSaid(started) ? dated('started', started) : {}),
    referrer: context.refer(referrer, 'referrer', 'collector'),
    procedureCode: concepts(procedures),
    location: context.refer(locations[0], 'locations', 'location'),
    reasonCode: concepts(reasons),
    note: annotations(notes, context),
    description,
    series: series.map(seriesOf),
  });
}

function seriesOf(series: ImagingSeries): ImagingStudySeries {
  const { uid, number, modality, description, bodySite, started, instances = [], ...rest } = series;
  everyField(rest);
  return {
    uid,
    number,
    modality: modality ? coding(modality) : absentCoding,
    description,
    bodySite: bodySite && coding(bodySite),
    ...(isSaid(started) ? dated('started', started) : {}),
    instance: instances.map(instanceOf),
  };
}

/** FHIR requires a modality and a SOP class. */
const absentCoding: Coding = { extension: [absentExtension()] };

function instanceOf({
  uid,
  sopClass,
  number,
  title,
  ...rest
}: NonNullable<ImagingSeries['instances']>[number]): ImagingStudySeriesInstance {
  everyField(rest);
  return {
    uid,
    sopClass:
      sopClass === undefined ? absentCoding : { system: 'urn:ietf:rfc:3986', code: `urn:oid:${sopClass}` },
    number,
    title,
  };
}
