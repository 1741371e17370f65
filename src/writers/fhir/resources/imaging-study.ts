import type { ImagingSeries, ImagingStudy as RecordStudy } from '../../../record/index.ts';
import { resource } from '../compact.ts';
import type { Context } from '../context.ts';
import { annotations } from '../datatypes/annotation.ts';
import { coding, concepts } from '../datatypes/concept.ts';
import { absentExtension } from '../datatypes/extension.ts';
import { dated, isSaid } from '../datatypes/when.ts';
import { everyField, everyOwnField } from '../every-field.ts';
import type { Coding, ImagingStudy, ImagingStudySeries, ImagingStudySeriesInstance } from '../fhir-types.ts';
import { headOf } from '../head.ts';

/** Images and where they are, as an ImagingStudy. */
export function imagingStudy(study: RecordStudy, context: Context): ImagingStudy {
  const { status, started, encounter, referrer, locations = [], procedures, reasons, ...more } = study;
  const { description, series = [], ...rest } = more;
  everyOwnField(rest);
  if (locations.length > 1) context.unwritten('locations');
  return resource<ImagingStudy>(headOf('ImagingStudy', study), {
    status,
    subject: context.subject,
    encounter: context.refer(encounter, 'encounter', 'encounter'),
    ...(isSaid(started) ? dated('started', started) : {}),
    referrer: context.refer(referrer, 'referrer', 'collector'),
    procedureCode: concepts(procedures),
    location: context.refer(locations[0], 'locations', 'location'),
    reasonCode: concepts(reasons),
    note: annotations(study.notes, context),
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
