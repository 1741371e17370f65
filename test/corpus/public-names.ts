/**
 * Names of tables and columns in published schemas, by which a word counts as general knowledge: what only one export
 * of the corpus calls so does not.
 */
export const publicNames: Readonly<Record<string, string>> = {
  // OHDSI's Common Data Model, clinical tables
  omop: `person person_id gender_concept_id year_of_birth month_of_birth day_of_birth birth_datetime race_concept_id
    ethnicity_concept_id location_id provider_id care_site_id person_source_value gender_source_value race_source_value
    ethnicity_source_value visit_occurrence visit_occurrence_id visit_concept_id visit_start_date visit_start_datetime
    visit_end_date visit_type_concept_id admitted_from_source_value discharged_to_source_value preceding_visit_occurrence_id
    condition_occurrence condition_start_date condition_end_date condition_status_source_value stop_reason
    drug_exposure drug_exposure_start_date drug_exposure_end_date verbatim_end_date refills quantity days_supply sig
    route_concept_id lot_number dose_unit_source_value procedure_occurrence procedure_date modifier_concept_id
    device_exposure unique_device_id measurement measurement_date measurement_time operator_concept_id value_as_number
    value_as_concept_id unit_concept_id range_low range_high unit_source_value value_source_value observation
    observation_date value_as_string qualifier_source_value death death_date cause_source_value note note_date note_title
    note_text encoding_concept_id language_concept_id specimen specimen_date anatomic_site_source_value location address_1
    address_2 city state zip county country_source_value latitude longitude care_site care_site_name provider_name npi dea
    specialty_source_value payer_plan_period payer_source_value plan_source_value sponsor_source_value family_source_value
    cost total_charge total_cost paid_by_payer concept concept_name vocabulary_id concept_code`,
  // OpenEMR's database
  openemr: `patient_data pid pubpid title language financial fname lname mname DOB street postal_code city state country_code
    drivers_license ss occupation phone_home phone_biz phone_contact phone_cell status contact_relationship date sex
    referrer providerID email ethnoracial race ethnicity religion interpretter pharmacy_id hipaa_mail county deceased_date
    deceased_reason mothersname guardiansname form_encounter reason facility facility_id encounter onset_date sensitivity
    pc_catid provider_id supervisor_id referral_source class_code discharge_disposition lists type title begdate enddate
    returndate occurrence classification diagnosis activity comments severity_al reaction verification modifydate
    prescriptions filled_by_id patient_id start_date date_added date_modified drug drug_id rxnorm_drugcode form dosage quantity
    size unit route interval substitute refills per_refill filled_date medication note active end_date indication
    immunizations administered_date cvx_code manufacturer lot_number administered_by expiration_date amount_administered
    administration_site completion_status refusal_reason procedure_order date_collected date_ordered order_priority
    order_status specimen_type procedure_report date_report procedure_result result_code result_text units result range
    abnormal result_status form_vitals bps bpd weight height temperature temp_method pulse respiration BMI BMI_status
    waist_circ head_circ oxygen_saturation insurance_data provider plan_name policy_number group_number subscriber_lname
    users npi specialty federaltaxid documents mimetype url insurance_companies appointment_status smoking tobacco alcohol`,
  // PCORnet's Common Data Model
  pcornet: `DEMOGRAPHIC PATID BIRTH_DATE BIRTH_TIME SEX HISPANIC RACE GENDER_IDENTITY PAT_PREF_LANGUAGE_SPOKEN ENCOUNTER
    ENCOUNTERID ADMIT_DATE ADMIT_TIME DISCHARGE_DATE PROVIDERID FACILITY_LOCATION ENC_TYPE FACILITYID DISCHARGE_DISPOSITION
    DISCHARGE_STATUS ADMITTING_SOURCE DIAGNOSIS DIAGNOSISID DX DX_TYPE DX_DATE DX_SOURCE DX_ORIGIN PDX PROCEDURES PX PX_DATE
    VITAL MEASURE_DATE MEASURE_TIME HT WT DIASTOLIC SYSTOLIC ORIGINAL_BMI BP_POSITION SMOKING TOBACCO LAB_RESULT_CM
    LAB_LOINC LAB_ORDER_DATE SPECIMEN_DATE RESULT_DATE RESULT_QUAL RESULT_NUM RESULT_MODIFIER RESULT_UNIT NORM_RANGE_LOW
    NORM_RANGE_HIGH ABN_IND RAW_RESULT CONDITION ONSET_DATE RESOLVE_DATE REPORT_DATE CONDITION_STATUS PRESCRIBING
    RX_ORDER_DATE RX_START_DATE RX_END_DATE RX_DOSE_ORDERED RX_DOSE_ORDERED_UNIT RX_QUANTITY RX_DOSE_FORM RX_REFILLS
    RX_DAYS_SUPPLY RX_FREQUENCY RX_PRN_FLAG RX_ROUTE RXNORM_CUI RAW_RX_MED_NAME DISPENSING DISPENSE_DATE NDC DISPENSE_SUP
    DISPENSE_AMT MED_ADMIN MEDADMIN_START_DATE IMMUNIZATION VX_CODE VX_ADMIN_DATE VX_LOT_NUM VX_MANUFACTURER DEATH_DATE
    PROVIDER PROVIDER_SEX PROVIDER_SPECIALTY_PRIMARY PROVIDER_NPI ADDRESS_CITY ADDRESS_STATE ADDRESS_ZIP5`,
  // HL7 version 2 fields
  v2: `ADT PatientID PatientName MothersMaidenName DateTimeOfBirth AdministrativeSex PatientAlias Race PatientAddress CountyCode
    PhoneNumberHome PhoneNumberBusiness PrimaryLanguage MaritalStatus Religion PatientAccountNumber SSNNumber
    DriversLicenseNumber EthnicGroup BirthPlace MultipleBirthIndicator PatientDeathDateAndTime PatientClass
    AssignedPatientLocation AdmissionType AttendingDoctor ReferringDoctor HospitalService AdmitSource DischargeDisposition
    AdmitDateTime DischargeDateTime DiagnosisCode DiagnosisDescription ObservationIdentifier ObservationValue Units
    ReferenceRange InterpretationCodes ObservationResultStatus DateTimeOfTheObservation ResponsibleObserver
    OrderingProvider PlacerOrderNumber SpecimenSource CollectionVolume AllergenTypeCode AllergenCode AllergySeverityCode
    AllergyReactionCode IdentificationDate GivenName FamilyName MiddleInitial Suffix Prefix AdministeredCode
    AdministeredAmount AdministeredUnits SubstanceLotNumber SubstanceManufacturerName RequestedGiveAmountMinimum
    RequestedGiveUnits ProvidersAdministrationInstructions NumberOfRefills DispenseAmount PassportNumber
    InsurancePlanID InsuranceCompanyName GroupNumber EnteredBy EffectiveDate EntryDate ResultCopiesTo Comment`,
  // FHIR elements; `taken` is of MedicationStatement in STU3
  fhir: `identifier name family given prefix suffix telecom gender birthDate deceasedDateTime address line city district state
    postalCode country maritalStatus contact communication language generalPractitioner managingOrganization encounter
    status class type subject participant appointment period start end reasonCode diagnosis hospitalization
    dischargeDisposition location serviceProvider clinicalStatus verificationStatus category severity code bodySite
    onsetDateTime abatementDateTime recordedDate recorder asserter note authoredOn requester dosageInstruction text timing
    route doseQuantity dispenseRequest numberOfRepeatsAllowed quantity expectedSupplyDuration effectiveDateTime issued
    performer valueQuantity value unit system interpretation method specimen device referenceRange low high component
    lotNumber expirationDate manufacturer site occurrenceDateTime statusReason reaction manifestation description title
    attachment contentType display effectivePeriod performedPeriod instant version date time comment author reference taken`,
  // MIMIC-IV
  mimic: `subject_id hadm_id gender anchor_age anchor_year dod admittime dischtime deathtime admission_type admission_location
    discharge_location insurance language marital_status race edregtime seq_num icd_code icd_version chartdate drg_code
    itemid charttime storetime value valuenum valueuom ref_range_lower ref_range_upper flag priority comments specimen_id
    order_provider_id starttime stoptime drug ndc prod_strength form_rx dose_val_rx dose_unit_rx form_val_disp route
    doses_per_24_hrs label fluid category loinc_code long_title caregiver_id careunit`,
  // US Core's vital signs and profiles
  usCore: `blood_pressure systolic diastolic bmi body_height body_weight body_temperature head_circumference heart_rate
    pulse_oximetry oxygen_saturation respiratory_rate smoking_status problems_and_health_concerns encounter_diagnosis
    laboratory_result allergy_intolerance immunization medication_request procedure care_plan care_team goal`,
  // vCard (RFC 6350) and schema.org
  vcard: `fn given_name family_name additional_name honorific_prefix bday gender street locality region code country tel
    home work cell email adr timestamp title role org note rev uid`,
  // Problem, allergy and goal segments of HL7 version 2
  v2problem: `ProblemID ProblemInstanceID ProblemEstablishedDateTime ActualProblemResolutionDateTime ProblemClassification
    ProblemLifeCycleStatus ProblemDateOfOnset ProblemConfirmationStatus AllergenReactionText`,
  // Abbreviations in general use in medicine, and X12's names of segments
  abbreviations: `MRN DOB SSN NPI PCP Dx Hx Rx Tx Sx Px PRN BP HR RR SpO2 BMI BSA Ht Wt PMH PSH FH SH pt pts dr prov dept qty
    freq sig enc appt QTY AMT REF DTP`,
  // Sections of C-CDA, data types of HL7 version 2
  ccda: `allergies medications problems procedures results advance_directives encounters family_history functional_status
    immunizations medical_equipment payers plan_of_treatment social_history vital_signs past_medical_history
    surgical_description hospital_course chief_complaint DT TM DTM TS`,
};
