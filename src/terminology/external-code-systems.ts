/** A code system that is not HL7 version 2 or 3: its URI, its OIDs (the registered one first, then older ones) and names people write. */
export interface CodeSystem {
  readonly uri: string;
  readonly oids: readonly string[];
  readonly names: readonly string[];
}

/** Clinical terminologies. */
const clinical: readonly CodeSystem[] = [
  {
    uri: 'http://snomed.info/sct',
    oids: ['2.16.840.1.113883.6.96'],
    names: ['SNOMED CT', 'SNOMED', 'SNOMED Clinical Terms', 'SCT'],
  },
  {
    uri: 'http://loinc.org',
    oids: ['2.16.840.1.113883.6.1'],
    names: ['LOINC', 'LN', 'Logical Observation Identifiers, Names and Codes'],
  },
  {
    uri: 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl',
    oids: ['2.16.840.1.113883.3.26.1.1'],
    names: ['NCI Thesaurus', 'NCIt', 'NCI', 'National Cancer Institute (NCI) Thesaurus'],
  },
  { uri: 'http://ncimeta.nci.nih.gov', oids: ['2.16.840.1.113883.3.26.1.2'], names: ['NCI Metathesaurus'] },
  {
    uri: 'https://www.nlm.nih.gov/mesh',
    oids: ['2.16.840.1.113883.6.177'],
    names: ['MeSH', 'Medical Subject Headings'],
  },
  { uri: 'http://hl7.org/fhir/sid/icf', oids: ['2.16.840.1.113883.6.254'], names: ['ICF'] },
  {
    uri: 'http://imohealth.com/ontology/',
    oids: ['2.16.840.1.113883.3.247'],
    names: ['IMO', 'Intelligent Medical Objects'],
  },
  {
    uri: 'http://terminology.hl7.org/CodeSystem/v3-GMDN',
    oids: ['2.16.840.1.113883.6.276'],
    names: ['GMDN'],
  },
  {
    uri: 'http://dicom.nema.org/resources/ontology/DCM',
    oids: ['1.2.840.10008.2.16.4'],
    names: ['DCM', 'DICOM'],
  },
  {
    uri: 'http://dicom.nema.org/resources/ontology/DCMUID',
    oids: ['1.2.840.10008.2.6.1'],
    names: ['DCMUID'],
  },
  { uri: 'http://unitsofmeasure.org', oids: ['2.16.840.1.113883.6.8'], names: ['UCUM'] },
];

/** Diagnoses, procedures and billing. ICD-9-CM has one URI for its diagnoses, its procedures and the whole. */
const classification: readonly CodeSystem[] = [
  {
    uri: 'http://hl7.org/fhir/sid/icd-9-cm',
    oids: ['2.16.840.1.113883.6.103', '2.16.840.1.113883.6.104', '2.16.840.1.113883.6.2'],
    names: ['ICD-9-CM', 'ICD9', 'ICD-9-CM Diagnosis', 'ICD-9-CM Procedure'],
  },
  { uri: 'http://terminology.hl7.org/CodeSystem/icd9', oids: ['2.16.840.1.113883.6.42'], names: [] },
  {
    uri: 'http://hl7.org/fhir/sid/icd-10-cm',
    oids: ['2.16.840.1.113883.6.90'],
    names: ['ICD-10-CM', 'ICD-10-US', 'ICD-10 Diagnosis'],
  },
  { uri: 'http://hl7.org/fhir/sid/icd-10', oids: ['2.16.840.1.113883.6.3'], names: ['ICD-10'] },
  {
    uri: 'http://www.cms.gov/Medicare/Coding/ICD10',
    oids: ['2.16.840.1.113883.6.4'],
    names: ['ICD-10-PCS'],
  },
  {
    uri: 'http://www.ama-assn.org/go/cpt',
    oids: ['2.16.840.1.113883.6.12'],
    names: ['CPT', 'CPT-4', 'C4', 'Current Procedural Terminology'],
  },
  {
    uri: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
    oids: ['2.16.840.1.113883.6.285', '2.16.840.1.113883.6.14'],
    names: ['HCPCS', 'HCPCS Level II'],
  },
  { uri: 'http://www.ada.org/cdt', oids: ['2.16.840.1.113883.6.13'], names: ['CDT', 'CDT-2'] },
  {
    uri: 'https://nahdo.org/sopt',
    oids: ['2.16.840.1.113883.3.221.5'],
    names: ['Source of Payment Typology'],
  },
  {
    uri: 'https://www.nubc.org/CodeSystem/PatDischargeStatus',
    oids: ['2.16.840.1.113883.6.301.5'],
    names: ['NUBC Patient Discharge Status'],
  },
  {
    uri: 'https://www.nubc.org/CodeSystem/RevenueCodes',
    oids: ['2.16.840.1.113883.6.301.3'],
    names: ['NUBC Revenue Codes'],
  },
];

/** Drugs, ingredients and vaccines. */
const drug: readonly CodeSystem[] = [
  {
    uri: 'http://www.nlm.nih.gov/research/umls/rxnorm',
    oids: ['2.16.840.1.113883.6.88'],
    names: ['RxNorm'],
  },
  {
    uri: 'http://hl7.org/fhir/sid/ndc',
    oids: ['2.16.840.1.113883.6.69'],
    names: ['NDC', 'National Drug Code', 'National Drug Codes'],
  },
  {
    uri: 'http://fdasis.nlm.nih.gov',
    oids: ['2.16.840.1.113883.4.9'],
    names: ['UNII', 'FDA SRS', 'FDA UNII'],
  },
  {
    // R4 no longer knows the URI that FHIR once gave it.
    uri: 'urn:oid:2.16.840.1.113883.3.26.1.5',
    oids: ['2.16.840.1.113883.6.209', '2.16.840.1.113883.3.26.1.5'],
    names: ['NDF-RT'],
  },
  { uri: 'http://va.gov/terminology/medrt', oids: ['2.16.840.1.113883.6.345'], names: ['MED-RT'] },
  {
    uri: 'http://hl7.org/fhir/sid/cvx',
    oids: ['2.16.840.1.113883.12.292', '2.16.840.1.113883.6.59'],
    names: ['CVX', 'Vaccines administered (CVX)', 'CDC Vaccine Codes'],
  },
  {
    uri: 'http://hl7.org/fhir/sid/mvx',
    oids: ['2.16.840.1.113883.12.227', '2.16.840.1.113883.6.60'],
    names: ['MVX', 'Manufacturers of Vaccines (MVX)'],
  },
  {
    uri: 'http://terminology.hl7.org/CodeSystem/MGPI',
    oids: ['2.16.840.1.113883.6.68'],
    names: ['GPI', 'Medispan GPI'],
  },
  { uri: 'http://terminology.hl7.org/CodeSystem/MDDX', oids: ['2.16.840.1.113883.6.65'], names: ['MDDX'] },
  { uri: 'http://terminology.hl7.org/CodeSystem/FDDC', oids: ['2.16.840.1.113883.6.64'], names: ['FDDC'] },
  { uri: 'http://terminology.hl7.org/CodeSystem/MEDC', oids: ['2.16.840.1.113883.6.67'], names: ['MEDC'] },
];

/** People, places and languages. US Core names race and ethnicity by their OID, so the OID is the official URI. */
const demographic: readonly CodeSystem[] = [
  {
    uri: 'urn:oid:2.16.840.1.113883.6.238',
    oids: ['2.16.840.1.113883.6.238', '2.16.840.1.113883.12.5'],
    names: [
      'CDCREC',
      'Race & Ethnicity - CDC',
      'CDC Race and Ethnicity',
      'OMB Standards for Race and Ethnicity',
    ],
  },
  {
    uri: 'http://nucc.org/provider-taxonomy',
    oids: ['2.16.840.1.113883.6.101', '2.16.840.1.113883.5.53'],
    names: ['NUCC', 'NUCC Health Care Provider Taxonomy', 'Healthcare Provider Taxonomy (HIPAA)'],
  },
  {
    uri: 'https://www.cdc.gov/nhsn/cdaportal/terminology/codesystem/hsloc.html',
    oids: ['2.16.840.1.113883.6.259'],
    names: ['HSLOC', 'HealthcareServiceLocation', 'HL7 HealthcareServiceLocation'],
  },
  {
    uri: 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
    oids: ['2.16.840.1.113883.15.5', '2.16.840.1.113883.6.50'],
    names: ['POS', 'CMS Place of Service', 'Place of Service'],
  },
  {
    uri: 'http://terminology.hl7.org/CodeSystem/FIPS52',
    oids: ['2.16.840.1.113883.6.92'],
    names: ['FIPS 5-2'],
  },
  { uri: 'https://www.usps.com/', oids: [], names: ['USPS'] },
  {
    uri: 'urn:iso:std:iso:3166',
    oids: ['1.0.3166.1.2.2', '1.0.3166.1.2.3', '1.0.3166.1'],
    names: ['ISO 3166'],
  },
  { uri: 'urn:iso:std:iso:3166:-2', oids: ['1.0.3166.2'], names: ['ISO 3166-2'] },
  {
    uri: 'urn:ietf:bcp:47',
    oids: ['2.16.840.1.113883.6.316', '2.16.840.1.113883.6.121'],
    names: ['BCP 47', 'RFC 3066', 'Language'],
  },
  {
    uri: 'http://terminology.hl7.org/CodeSystem/PHOccupationalDataForHealthODH',
    oids: ['2.16.840.1.114222.4.5.327'],
    names: ['Occupational Data for Health (ODH)', 'ODH'],
  },
  {
    uri: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
    oids: ['2.16.840.1.113883.4.642.4.1131'],
    names: [],
  },
];

const byOid = (oid: string, ...names: string[]): CodeSystem => ({
  uri: `urn:oid:${oid}`,
  oids: [oid],
  names,
});

/** Vendors' terminologies that are registered by an OID and have no other URI. */
const vendor: readonly CodeSystem[] = [
  byOid('2.16.840.1.113883.3.247.1.1', 'IMO ProblemIT'),
  byOid('2.16.840.1.113883.6.253', 'MediSpan DDID', 'Medi-Span Drug Descriptor ID', 'DDID'),
  byOid('2.16.840.1.113883.6.162', 'Med-File (Medi-Span)', 'MDDID'),
  byOid('2.16.840.1.113883.6.26', 'MEDCIN'),
  byOid('2.16.840.1.113883.6.233', 'VHA Enterprise Reference Terminology', 'VHA ERT'),
  byOid('2.16.840.1.113883.4.65', 'FDB HIC_SEQN'),
  byOid('2.16.840.1.113883.4.296', 'FDB DAM_ALRGN_GRP'),
  byOid('1.3.6.1.4.1.19376.1.5.3.2', 'IHEActCode'),
];

/** All code systems of the table. */
export const externalCodeSystems: readonly CodeSystem[] = [
  ...clinical,
  ...classification,
  ...drug,
  ...demographic,
  ...vendor,
];
