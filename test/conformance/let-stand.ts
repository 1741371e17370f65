import { type Entry, entriesIn, keptByFile } from './entries.ts';
import type { Finding } from './judges.ts';

interface Exception {
  readonly code: RegExp;
  readonly message: RegExp;
  readonly reason: string;
  /** What must be seen beside the finding for the reason to be true. */
  readonly holds?: (finding: Finding, around: Around) => boolean;
}

/** What lies around a finding: the other findings of its file, and the file. */
interface Around {
  /** Whether a resource (`Type/id`, or all of a type) has an error of its own, or would but for the judge's noise. */
  readonly isFaulted: (file: string, address: RegExp) => boolean;
  /** The code of the Observation in the bundle of which the finding speaks, as it is written. */
  readonly observedCode: (finding: Finding) => string | undefined;
}

const notLoaded = 'HL7 gave this code system its URI after R4, and its terminology is not loaded';

/** The codes of LOINC by which the guide tells dates of delivery and counts of pregnancies from other observations. */
const pregnancy =
  /"(1177[89]-[68]|11780-4|11636-8|11637-6|11638-4|11639-2|11640-0|11612-9|11613-7|11614-5|33065-4)"/;

/** An observation that no code of LOINC's puts under a pregnancy's profile. */
const isOtherObservation = (finding: Finding, { observedCode }: Around): boolean => {
  const code = observedCode(finding);
  return code?.includes('"http://loinc.org"') === true && !pregnancy.test(code);
};

const typesOfSlices = [
  [/entry:allergyOrIntolerance/, /^AllergyIntolerance\//],
  [/entry:(pastProblem|problem)/, /^Condition\//],
  [/entry:composition/, /^Composition\//],
  [/entry:patient/, /^Patient\//],
] as const;

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
    message: /among choices: /,
    // A laboratory report with an image among its results was no repetition.
    holds: ({ file, message }, { isFaulted }) => {
      const id = /urn:uuid:([\w-]+)/.exec(message)?.[1];
      return id !== undefined && isFaulted(file, new RegExp(`/${id}$`));
    },
    reason: 'repeats a finding about the resource that is referred to, which is let stand by itself',
  },
  {
    code: /^Validation_VAL_Profile_MatchMultiple$/,
    message: /Bundle-uv-ips\|1\.1\.0, Element matches more than one slice - observation-pregnancy-edd,/,
    holds: isOtherObservation,
    reason:
      'the profiles of pregnancies are told by value sets of LOINC codes: without LOINC every observation with a code of it, a date and no parts matches them',
  },
  {
    code: /^Validation_VAL_Profile_Minimum$/,
    message:
      /(entry:(allergyOrIntolerance|pastProblem|problem)|Bundle\.entry:(composition|patient)): minimum/,
    holds: ({ file, message }, { isFaulted }) =>
      typesOfSlices.some(([slice, type]) => slice.test(message) && isFaulted(file, type)),
    reason:
      "repeats that an extension of HL7's extensions pack or a system after R4 is not loaded: such entries match no slice",
  },
  {
    code: /^Extension_EXT_Unknown_NotHere$/,
    message: /us\/core\/StructureDefinition\/us-core-(race|ethnicity|birthsex|sex)\b/,
    reason: 'US Core is not loaded beside IPS',
  },
  {
    code: /^Terminology_TX_System_Unknown$/,
    message: /'http:\/\/hl7\.org\/fhir\/us\/core\/CodeSystem\/us-core-documentreference-category'/,
    reason: 'US Core is not loaded beside IPS',
  },
];

/** Tells of all findings of a judge why each may stand; undefined where it may not. */
export function reasonsAmong(findings: readonly Finding[]): (finding: Finding) => string | undefined {
  const entriesOf = keptByFile(entriesIn);
  const entryOf = ({ file, path }: Finding): Entry | undefined => {
    const at = /^Bundle\.entry\[(\d+)\]/.exec(path)?.[1];
    return at === undefined ? undefined : entriesOf(file)[Number(at)];
  };
  const faulted = Map.groupBy(
    findings.filter(({ severity, was }) => severity === 'error' || was === 'error'),
    ({ file }) => file,
  );
  const around: Around = {
    isFaulted: (file, address) =>
      (faulted.get(file) ?? []).some((one) => address.test(one.resource ?? entryOf(one)?.address ?? '')),
    observedCode: (finding) => entryOf(finding)?.observedCode,
  };
  return (finding) =>
    letStand.find(
      ({ code, message, holds }) =>
        code.test(finding.code) &&
        message.test(finding.message) &&
        (holds === undefined || holds(finding, around)),
    )?.reason;
}
