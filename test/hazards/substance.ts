import { clinicalDocument, section } from '../clinical-document.ts';
import { type Conversion, convert } from '../conversion.ts';

/** What a test states of a substanceAdministration. */
export interface SubstanceParts {
  readonly template?: string;
  /** Attributes beside classCode. */
  readonly attributes?: string;
  readonly id?: string;
  readonly status?: string;
  readonly times?: string;
  /** What follows the times: amounts, route, participants. */
  readonly more?: string;
  /** Attributes of the product's code, and what stands in it. */
  readonly code?: string;
  readonly words?: string;
  /** What follows the product's code. */
  readonly product?: string;
  /** What follows the product. */
  readonly after?: string;
}

const aspirin = 'code="243670" codeSystem="2.16.840.1.113883.6.88" displayName="aspirin 81 MG Oral Tablet"';

/** A Medication Activity, unless another template is given. */
export const substance = (parts: SubstanceParts = {}): string => `
<substanceAdministration classCode="SBADM" ${parts.attributes ?? 'moodCode="EVN"'}>
<templateId root="${parts.template ?? '2.16.840.1.113883.10.20.22.4.16'}"/>
${parts.id ?? '<id root="2.16.840.1.113883.19.77.7" extension="M-1"/>'}
<statusCode code="${parts.status ?? 'active'}"/>
${parts.times ?? '<effectiveTime xsi:type="IVL_TS"><low value="20150301"/></effectiveTime>'}
${parts.more ?? ''}
<consumable><manufacturedProduct classCode="MANU"><manufacturedMaterial>
<code ${parts.code ?? aspirin}>${parts.words ?? ''}</code>${parts.product ?? ''}
</manufacturedMaterial></manufacturedProduct></consumable>${parts.after ?? ''}
</substanceAdministration>`;

/** An Immunization Activity. */
export const vaccination = (parts: SubstanceParts = {}): string =>
  substance({
    template: '2.16.840.1.113883.10.20.22.4.52',
    status: 'completed',
    times: '<effectiveTime value="20150622"/>',
    code: 'code="166" codeSystem="2.16.840.1.113883.12.292" displayName="influenza"',
    ...parts,
  });

/** A document of medications. */
export const medicated = (...all: SubstanceParts[]): Conversion =>
  convert(clinicalDocument({ sections: [section('medications', all.map(substance))] }));

/** A document of immunizations. */
export const vaccinated = (...all: SubstanceParts[]): Conversion =>
  convert(clinicalDocument({ sections: [section('immunizations', all.map(vaccination))] }));

export const noCode = 'nullFlavor="OTH"';
export const generic =
  '<translation code="410942007" codeSystem="2.16.840.1.113883.6.96" displayName="drug or medication"/>';
