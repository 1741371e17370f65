import type { Contribution } from '../src/record/index.ts';
import { clinicalDocument, patientOf, problem, section, status } from './clinical-document.ts';
import { contributionOf } from './conversion.ts';

/** One of several documents of one patient. */
export interface Version {
  readonly name: string;
  readonly time: string;
  readonly set?: readonly [set: string, version: number];
  readonly problems?: readonly string[];
  readonly patient?: string;
  readonly author?: string;
}

const name =
  '<name use="L"><given>Ansel</given><family>Quillfeather</family></name><birthTime value="19600203"/>';

/** A document of one patient. */
export const document = ({
  name: file,
  time,
  set,
  problems = [],
  patient = '',
  author,
}: Version): Contribution =>
  contributionOf(
    clinicalDocument({
      identity: `<id root="1.2.3" extension="${file}"/><effectiveTime value="${time}"/>${set ? `<setId root="1.2.4" extension="${set[0]}"/><versionNumber value="${set[1]}"/>` : ''}`,
      recordTarget: patientOf('<id root="2.16.840.1.113883.19.5" extension="7"/>', name + patient),
      sections: [section('problems', problems)],
      ...(author && { author }),
    }),
    { name: `${file}.xml` },
  );

/** Problem statuses of SNOMED CT. */
export const codes = { active: '55561003', inactive: '73425007', resolved: '413322009' };
/** A problem of that status, with an id of its own. */
export const stated = (state: keyof typeof codes, id = 'S-1'): string =>
  problem({ id: `<id root="2.16.840.1.113883.19.77.6" extension="${id}"/>`, more: status(codes[state]) });
