import { confidentiality } from './displays/confidentiality.ts';
import { observationInterpretation } from './displays/interpretation.ts';
import { participationFunction } from './displays/participation.ts';
import { languageMode, languageProficiency, maritalStatus } from './displays/person.ts';
import { raceEthnicity } from './displays/race-ethnicity.ts';
import { religiousAffiliation } from './displays/religion.ts';
import { roleCode } from './displays/role-code.ts';

const v3 = 'http://terminology.hl7.org/CodeSystem/v3-';

/** Code systems of HL7 of which every code is here. */
const whole: Readonly<Record<string, string>> = {
  [`${v3}Confidentiality`]: confidentiality,
  [`${v3}LanguageAbilityMode`]: languageMode,
  [`${v3}LanguageAbilityProficiency`]: languageProficiency,
  [`${v3}MaritalStatus`]: maritalStatus,
  [`${v3}ObservationInterpretation`]: observationInterpretation,
  [`${v3}ParticipationFunction`]: participationFunction,
  [`${v3}ReligiousAffiliation`]: religiousAffiliation,
  [`${v3}RoleCode`]: roleCode,
};

/** Code systems of which the codes that documents hold most are here. */
const inPart: Readonly<Record<string, string>> = {
  [`${v3}ActCode`]: `AMB|ambulatory ~ EMER|emergency ~ FLD|field ~ HH|home health ~ IMP|inpatient encounter ~
    ACUTE|inpatient acute ~ NONAC|inpatient non-acute ~ OBSENC|observation encounter ~ PRENC|pre-admission ~
    SS|short stay ~ VR|virtual`,
  [`${v3}RouteOfAdministration`]: `PO|Swallow, oral ~ IM|Injection, intramuscular ~ IV|Infusion, intravenous ~
    SQ|Injection, subcutaneous ~ IDINJ|Injection, intradermal ~ IPINHL|Inhalation, respiratory ~
    NASINHL|Inhalation, nasal ~ SL|Dissolve, sublingual ~ TRNSDERM|Transdermal`,
  'urn:oid:2.16.840.1.113883.6.238': raceEthnicity,
  // Its tribes are renamed from year to year.
  [`${v3}TribalEntityUS`]: '',
};

/** What a code system says of a code: its display; that it has none such; or that its display is not known here. */
export type OwnDisplay = { readonly display: string } | 'no-such-code' | 'display-not-known';

const parsed = new Map<string, ReadonlyMap<string, string>>();

function tableOf(system: string, text: string): ReadonlyMap<string, string> {
  const found = parsed.get(system);
  if (found) return found;
  const entries = text.split('~').map((entry) => entry.trim().split('|'));
  const table = new Map(entries.map(([code = '', display = '']) => [code, display]));
  parsed.set(system, table);
  return table;
}

/** What HL7 publishes of a code; undefined for the systems of others, whose displays the sources know best. */
export function ownDisplayOf(system: string, code: string): OwnDisplay | undefined {
  const text = whole[system] ?? inPart[system];
  if (text === undefined) return undefined;
  const display = tableOf(system, text).get(code);
  if (display !== undefined) return { display };
  return system in whole ? 'no-such-code' : 'display-not-known';
}
