/** RoleCode of HL7 v3, in the edition of FHIR R4: `code|display`. */
export const roleCode = `
AMENDER|amender ~ CLASSIFIER|classifier ~ CONSENTER|consenter ~ CONSWIT|consent witness ~ COPART|co-participant ~
DECLASSIFIER|declassifier ~ DELEGATEE|delegatee ~ DELEGATOR|delegator ~ DOWNGRDER|downgrader ~
DRIVCLASSIFIER|derivative classifier ~ GRANTEE|grantee ~ GRANTOR|grantor ~ INTPRTER|interpreter ~
REVIEWER|reviewer ~ VALIDATOR|validator ~ FULLINS|Fully insured coverage sponsor ~
SELFINS|Self insured coverage sponsor ~ ENROLBKR|Enrollment Broker ~ TPA|Third party administrator ~
UMO|Utilization management organization ~ RESPRSN|responsible party ~ EXCEST|executor of estate ~
GUADLTM|guardian ad lidem ~ GUARD|guardian ~ POWATT|power of attorney ~ DPOWATT|durable power of attorney ~
HPOWATT|healthcare power of attorney ~ SPOWATT|special power of attorney ~
ASSIST|Assistive non-person living subject ~ BIOTH|Biotherapeutic non-person living subject ~
ANTIBIOT|Antibiotic ~ DEBR|Debridement ~ CCO|Clinical Companion ~ SEE|Seeing ~ SNIFF|Sniffing ~
CAS|asylum seeker ~ CASM|single minor asylum seeker ~ CN|national ~
CNRP|non-country member without residence permit ~ CNRPM|non-country member minor without residence permit ~
CPCA|permit card applicant ~ CRP|non-country member with residence permit ~
CRPM|non-country member minor with residence permit ~ BILL|Billing Contact ~ ORG|organizational contact ~
PAYOR|Payor Contact ~ ECON|emergency contact ~ NOK|next of kin ~ ACHFID|accreditation location identifier ~
JURID|jurisdiction location identifier ~ LOCHFID|local location identifier ~ BF|Beef ~ BL|Broiler ~ BR|Breeder ~
CO|Companion ~ DA|Dairy ~ DR|Draft ~ DU|Dual ~ FI|Fiber ~ LY|Layer ~ MT|Meat ~ MU|Multiplier ~ PL|Pleasure ~
RC|Racing ~ SH|Show ~ VL|Veal ~ WL|Wool ~ WO|Working ~ DC|therapeutic class ~ GD|generic drug ~
GDF|generic drug form ~ GDS|generic drug strength ~ GDSF|generic drug strength form ~
MGDSF|manufactured drug strength form ~ TRB|Tribal Member ~ FAMMEMB|family member ~ CHILD|child ~
CHLDADOPT|adopted child ~ DAUADOPT|adopted daughter ~ SONADOPT|adopted son ~ CHLDFOST|foster child ~
DAUFOST|foster daughter ~ SONFOST|foster son ~ DAUC|daughter ~ DAU|natural daughter ~ STPDAU|stepdaughter ~
NCHILD|natural child ~ SON|natural son ~ SONC|son ~ STPSON|stepson ~ STPCHLD|step child ~
EXT|extended family member ~ AUNT|aunt ~ MAUNT|maternal aunt ~ PAUNT|paternal aunt ~ COUSN|cousin ~
MCOUSN|maternal cousin ~ PCOUSN|paternal cousin ~ GGRPRN|great grandparent ~ GGRFTH|great grandfather ~
MGGRFTH|maternal great-grandfather ~ PGGRFTH|paternal great-grandfather ~ GGRMTH|great grandmother ~
MGGRMTH|maternal great-grandmother ~ PGGRMTH|paternal great-grandmother ~ MGGRPRN|maternal great-grandparent ~
PGGRPRN|paternal great-grandparent ~ GRNDCHILD|grandchild ~ GRNDDAU|granddaughter ~ GRNDSON|grandson ~
GRPRN|grandparent ~ GRFTH|grandfather ~ MGRFTH|maternal grandfather ~ PGRFTH|paternal grandfather ~
GRMTH|grandmother ~ MGRMTH|maternal grandmother ~ PGRMTH|paternal grandmother ~ MGRPRN|maternal grandparent ~
PGRPRN|paternal grandparent ~ INLAW|inlaw ~ CHLDINLAW|child-in-law ~ DAUINLAW|daughter in-law ~
SONINLAW|son in-law ~ PRNINLAW|parent in-law ~ FTHINLAW|father-in-law ~ MTHINLAW|mother-in-law ~
SIBINLAW|sibling in-law ~ BROINLAW|brother-in-law ~ SISINLAW|sister-in-law ~ NIENEPH|niece/nephew ~
NEPHEW|nephew ~ NIECE|niece ~ UNCLE|uncle ~ MUNCLE|maternal uncle ~ PUNCLE|paternal uncle ~ PRN|parent ~
ADOPTP|adoptive parent ~ ADOPTF|adoptive father ~ ADOPTM|adoptive mother ~ FTH|father ~ FTHFOST|foster father ~
NFTH|natural father ~ NFTHF|natural father of fetus ~ STPFTH|stepfather ~ MTH|mother ~ GESTM|gestational mother ~
MTHFOST|foster mother ~ NMTH|natural mother ~ NMTHF|natural mother of fetus ~ STPMTH|stepmother ~
NPRN|natural parent ~ PRNFOST|foster parent ~ STPPRN|step parent ~ SIB|sibling ~ BRO|brother ~ HBRO|half-brother ~
NBRO|natural brother ~ TWINBRO|twin brother ~ FTWINBRO|fraternal twin brother ~ ITWINBRO|identical twin brother ~
STPBRO|stepbrother ~ HSIB|half-sibling ~ HSIS|half-sister ~ NSIB|natural sibling ~ NSIS|natural sister ~
TWINSIS|twin sister ~ FTWINSIS|fraternal twin sister ~ ITWINSIS|identical twin sister ~ TWIN|twin ~
FTWIN|fraternal twin ~ ITWIN|identical twin ~ SIS|sister ~ STPSIS|stepsister ~ STPSIB|step sibling ~
SIGOTHR|significant other ~ DOMPART|domestic partner ~ FMRSPS|former spouse ~ SPS|spouse ~ HUSB|husband ~
WIFE|wife ~ FRND|unrelated friend ~ NBOR|neighbor ~ ONESELF|self ~ ROOM|Roommate ~ FAMDEP|family dependent ~
HANDIC|handicapped dependent ~ INJ|injured plaintiff ~ SELF|self ~ SPON|sponsored dependent ~ STUD|student ~
FSTUD|full-time student ~ PSTUD|part-time student ~ ADOPT|adopted child ~ GCHILD|grandchild ~ GPARNT|grandparent ~
NAT|natural child ~ NIENE|niece/nephew ~ PARNT|parent ~ SPSE|spouse ~ STEP|step child ~ CRIMEVIC|crime victim ~
INJWKR|injured worker ~ COCBEN|continuity of coverage beneficiary ~ DIFFABL|differently abled ~ WARD|ward ~
RETIREE|retiree ~ INDIG|member of an indigenous people ~ MIL|military ~ ACTMIL|active duty military ~
RETMIL|retired military ~ VET|veteran ~ ERL|enrollment ~ SCN|screening ~ DX|Diagnostics or therapeutics unit ~
CVDX|Cardiovascular diagnostics or therapeutics unit ~ CATH|Cardiac catheterization lab ~
ECHO|Echocardiography lab ~ GIDX|Gastroenterology diagnostics or therapeutics lab ~ ENDOS|Endoscopy lab ~
RADDX|Radiology diagnostics or therapeutics unit ~ RADO|Radiation oncology unit ~ RNEU|Neuroradiology unit ~
HOSP|Hospital ~ CHR|Chronic Care Facility ~ GACH|Hospitals; General Acute Care Hospital ~ MHSP|Military Hospital ~
PSYCHF|Psychatric Care Facility ~ RH|Rehabilitation hospital ~ RHAT|addiction treatment center ~
RHII|intellectual impairment center ~ RHMAD|parents with adjustment difficulties center ~
RHPI|physical impairment center ~ RHPIH|physical impairment - hearing center ~
RHPIMS|physical impairment - motor skills center ~ RHPIVS|physical impairment - visual skills center ~
RHYAD|youths with adjustment difficulties center ~ HU|Hospital unit ~ BMTU|Bone marrow transplant unit ~
CCU|Coronary care unit ~ CHEST|Chest unit ~ EPIL|Epilepsy unit ~ ER|Emergency room ~ ETU|Emergency trauma unit ~
HD|Hemodialysis unit ~ HLAB|hospital laboratory ~ INLAB|inpatient laboratory ~ OUTLAB|outpatient laboratory ~
HRAD|radiology unit ~ HUSCS|specimen collection site ~ ICU|Intensive care unit ~
PEDICU|Pediatric intensive care unit ~ PEDNICU|Pediatric neonatal intensive care unit ~
INPHARM|inpatient pharmacy ~ MBL|medical laboratory ~ NCCS|Neurology critical care and stroke unit ~
NS|Neurosurgery unit ~ OUTPHARM|outpatient pharmacy ~ PEDU|Pediatric unit ~ PHU|Psychiatric hospital unit ~
RHU|Rehabilitation hospital unit ~ SLEEP|Sleep disorders unit ~ NCCF|Nursing or custodial care facility ~
SNF|Skilled nursing facility ~ OF|Outpatient facility ~ ALL|Allergy clinic ~ AMPUT|Amputee clinic ~
BMTC|Bone marrow transplant clinic ~ BREAST|Breast clinic ~ CANC|Child and adolescent neurology clinic ~
CAPC|Child and adolescent psychiatry clinic ~
CARD|Ambulatory Health Care Facilities; Clinic/Center; Rehabilitation: Cardiac Facilities ~
PEDCARD|Pediatric cardiology clinic ~ COAG|Coagulation clinic ~ CRS|Colon and rectal surgery clinic ~
DERM|Dermatology clinic ~ ENDO|Endocrinology clinic ~ PEDE|Pediatric endocrinology clinic ~
ENT|Otorhinolaryngology clinic ~ FMC|Family medicine clinic ~ GI|Gastroenterology clinic ~
PEDGI|Pediatric gastroenterology clinic ~ GIM|General internal medicine clinic ~ GYN|Gynecology clinic ~
HEM|Hematology clinic ~ PEDHEM|Pediatric hematology clinic ~ HTN|Hypertension clinic ~
IEC|Impairment evaluation center ~ INFD|Infectious disease clinic ~ PEDID|Pediatric infectious disease clinic ~
INV|Infertility clinic ~ LYMPH|Lympedema clinic ~ MGEN|Medical genetics clinic ~ NEPH|Nephrology clinic ~
PEDNEPH|Pediatric nephrology clinic ~ NEUR|Neurology clinic ~ OB|Obstetrics clinic ~
OMS|Oral and maxillofacial surgery clinic ~ ONCL|Medical oncology clinic ~ PEDHO|Pediatric oncology clinic ~
OPH|Opthalmology clinic ~ OPTC|optometry clinic ~ ORTHO|Orthopedics clinic ~ HAND|Hand clinic ~
PAINCL|Pain clinic ~ PC|Primary care clinic ~ PEDC|Pediatrics clinic ~ PEDRHEUM|Pediatric rheumatology clinic ~
POD|Podiatry clinic ~ PREV|Preventive medicine clinic ~ PROCTO|Proctology clinic ~ PROFF|Provider's Office ~
PROS|Prosthodontics clinic ~ PSI|Psychology clinic ~ PSY|Psychiatry clinic ~ RHEUM|Rheumatology clinic ~
SPMED|Sports medicine clinic ~ SU|Surgery clinic ~ PLS|Plastic surgery clinic ~ URO|Urology clinic ~
TR|Transplant clinic ~ TRAVEL|Travel and geographic medicine clinic ~ WND|Wound clinic ~
RTF|Residential treatment facility ~ PRC|Pain rehabilitation center ~ SURF|Substance use rehabilitation facility ~
DADDR|Delivery Address ~ MOBL|Mobile Unit ~ AMB|Ambulance ~ PHARM|Pharmacy ~ ACC|accident site ~
COMM|Community Location ~ CSC|community service center ~ PTRES|Patient's Residence ~ SCHOOL|school ~
UPC|underage protection center ~ WORK|work site ~ C|Calibrator ~ G|Group ~ L|Pool ~ P|Patient ~
Q|Quality Control ~ B|Blind ~ E|Electronic QC ~ F|Filler Proficiency ~ O|Operator Proficiency ~ V|Verifying ~
R|Replicate ~ CLAIM|claimant ~ communityLaboratory|Community Laboratory ~ GT|Guarantor ~ homeHealth|Home Health ~
laboratory|Laboratory ~ pathologist|Pathologist ~ PH|Policy Holder ~ phlebotomist|Phlebotomist ~
PROG|program eligible ~ PT|Patient ~ subject|Self ~ thirdParty|Third Party ~ DEP| ~ DEPEN|dependent ~
FM|Family Member ~ INDIV|individual ~ NAMED|named insured ~ PSYCHCF| ~ SUBSCR|subscriber
`;
