import type { Finding } from './judges.ts';

interface Exception {
  readonly code: RegExp;
  readonly message: RegExp;
  readonly reason: string;
}

const notLoaded = 'HL7 gave this code system its URI after R4, and its terminology is not loaded';

/** What HL7's tool finds without a terminology server and without further packages, each with its reason. */
const letStand: readonly Exception[] = [
  {
    code: /^Type_Specific_Checks_DT_URL_Resolve$/,
    message: /'http:\/\/terminology\.hl7\.org\/CodeSystem\/(v2-0112|MGPI|MDDX|FDDC|icd9)'/,
    reason: notLoaded,
  },
  {
    code: /^(Terminology_TX_System_Unknown|Type_Specific_Checks_DT_URL_Resolve)$/,
    message: /'http:\/\/hl7\.org\/fhir\/sid\/(icf|mvx)'/,
    reason: notLoaded,
  },
  {
    code: /^Reference_REF_CantMatchChoice$/,
    // Others are no repetitions: a laboratory report with an image among its results was one.
    message: /among choices: \S*\/(us-core-encounter|Patient-uv-ips)$/,
    reason: 'repeats a finding above of the encounter or patient that is referred to',
  },
  {
    code: /^Validation_VAL_Profile_MatchMultiple$/,
    message: /Bundle-uv-ips\|1\.1\.0, Element matches more than one slice - observation-pregnancy-edd,/,
    reason:
      'the profiles of pregnancies are told by LOINC codes, and without LOINC every observation matches them',
  },
  {
    code: /^Validation_VAL_Profile_Minimum$/,
    message:
      /(entry:(allergyOrIntolerance|pastProblem|problem)|Bundle\.entry:(composition|patient)): minimum/,
    reason:
      "repeats that an extension of HL7's extensions pack or a system after R4 is not loaded: such entries match no slice",
  },
  {
    code: /^Extension_EXT_Unknown_NotHere$/,
    message: /us\/core\/StructureDefinition\/us-core-(race|ethnicity|birthsex|sex)\b/,
    reason: 'US Core is not loaded beside IPS',
  },
];

/** Why a finding may stand; undefined where it may not. */
export const reasonFor = ({ code, message }: Finding): string | undefined =>
  letStand.find((one) => one.code.test(code) && one.message.test(message))?.reason;
