import { clinicalDocument, recordTarget } from '../clinical-document.ts';
import { type Example, id } from './listed.ts';

/** The guide's organisation under the name of a place where CDA has one. */
const named = (example: string, name: string): string =>
  example.replaceAll(/(<\/?)Organization>/g, `$1${name}>`);

const organization: Omit<Example, 'document'> = {
  source: 'pairs/CF-participations-0.xml',
  expected: 'pairs/CF-participations-1.json',
  resource: (conversion) =>
    conversion.of('Organization').find(({ name }) => name === 'Primary Care Partners Test'),
  listed: {
    id: id(),
  },
};

export const participations: readonly Example[] = [
  {
    ...organization,
    document: (example) =>
      clinicalDocument({
        custodian: `<custodian><assignedCustodian>${named(example, 'representedCustodianOrganization')}</assignedCustodian></custodian>`,
      }),
  },
  {
    ...organization,
    document: (example) =>
      clinicalDocument({
        recordTarget: recordTarget.replace(
          '</patientRole>',
          `${named(example, 'providerOrganization')}</patientRole>`,
        ),
      }),
  },
  {
    ...organization,
    document: (example) =>
      clinicalDocument({
        author: `<author><time value="20200102"/><assignedAuthor><id root="2.16.840.1.113883.19.77.2" extension="A-1"/>
<assignedPerson><name><family>Loomweaver</family></name></assignedPerson>${named(example, 'representedOrganization')}</assignedAuthor></author>`,
      }),
  },
];
