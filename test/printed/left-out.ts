/** What of a record is not on paper, and why: everything else must be. */
export const omissions: readonly {
  readonly path: RegExp;
  readonly value?: RegExp;
  readonly why: string;
}[] = [
  { path: /\.id$/, why: 'ids of the program' },
  { path: /\.ref$/, why: 'a reference is an id; what it names is printed' },
  { path: /\.system$/, why: 'addresses of code and identifier systems' },
  {
    path: /\.sha1$|contents\.sha256$|attachment\.sha256$|presentedForms\.sha256$/,
    why: 'hashes of what lies beside; a source document has its SHA-256 printed',
  },
  {
    path: /^(?!(patient|practitioner|practitionerRole|organization|location|device|relatedPerson)\b)\w+\.identifiers\b/,
    why: 'numbers of statements, by which machines know them',
  },
  { path: /^document\.related\.setId|^document\.setId|\.templates$/, why: 'the same' },
  { path: /identifiers\.value$/, value: /^urn:/, why: 'a UUID or an OID says nothing to people' },
  {
    path: /(race|ethnicity)\.(categories|detailed)\.(code|version)$|proficiencies\.\w+\.code$/,
    why: 'codes beside their words',
  },
  {
    path: /^imagingStudy\.series\.(uid|instances\.(uid|sopClass))$/,
    why: 'by which machines find images; how many there are is printed',
  },
  { path: /^imagingStudy\.series\.instances\.number$/, why: 'printed beside the titles of images alone' },
  { path: /\.text\.status$/, why: 'whether a narrative was generated' },
  { path: /^observation\.status$/, value: /^final$/, why: 'the usual state is not said of each' },
  {
    path: /^observation\.categories$/,
    value: /^(laboratory|vital-signs|social-history)$/,
    why: 'the section says it',
  },
  {
    path: /^medication\.intent$/,
    value: /^(plan|order)$/,
    why: 'FHIR calls what is taken a plan: told where it is a proposal alone',
  },
  { path: /interpretations\.codings/, why: 'flags are words of our own; names that say more are printed' },
  { path: /\.text\.xhtml$/, why: 'tested word by word' },
  {
    path: /\.sections\.(title|code|emptyReason|authors|entries)/,
    why: 'a section that only holds entries stands under our title',
  },
  {
    path: /^note\.contents\.contentType$/,
    value: /^text\/plain; charset=/,
    why: 'a text that is printed is known to be text',
  },
  {
    path: /\.contents\.data$|\.attachment\.data$|presentedForms\.data$/,
    why: 'pictures are drawn; texts of notes are tested apart',
  },
  { path: /\.periodUnit$/, why: 'in words, with its number' },
];

export const leftOut = (path: string, value = ''): boolean =>
  omissions.some((one) => one.path.test(path) && (one.value === undefined || one.value.test(value)));
