/**
 * What exports call things, in the words that the rest of inferring knows: a line is a word and what stands for it in
 * names of tables and columns. From FHIR, HL7 v2, OMOP, PCORnet, OpenEMR's database and everyday English.
 */
const lines = `
patient: patient patients pat pt person subject
encounter: encounter encounters enc visit visits admission admissions stay adt
appointment: appointment appointments appt
provider: provider providers prov practitioner practitioners physician clinician doctor
organization: organization organizations organisation org facility facilities hospital hosp clinic institution
department: department departments dept dep ward careunit
location: location locations loc place
diagnosis: diagnosis diagnoses dx diag condition conditions problem problems disorder disease
medication: medication medications med meds drug drugs medicine prescription prescriptions rx
procedure: procedure procedures proc px surgery surgeries surgical operation
observation: observation observations obs measurement measurements measure measures meas lab labs laboratory test tests
result: result results rslt res
component: component components comp analyte
vital: vital vitals
sign: sign signs
allergy: allergy allergies allergen allergens
immunization: immunization immunizations vaccine vaccines vaccination vaccinations immune
order: order orders ord ordering ordered
prescribed: prescribed prescribing authored written
dispense: dispense dispenses dispensed dispensing disp
refill: refill refills fill fills
note: note notes narrative
document: document documents file files attachment
report: report reports
comment: comment comments cmt remark remarks
message: message messages
family: family fam relative relatives relation
social: social
history: history hx
medical: medical
clinical: clinical
care: care
plan: plan plans
goal: goal goals
device: device devices
supply: supply supplies
imaging: imaging image images
study: study studies series
referral: referral referrals
claim: claim claims billing charge charges transaction transactions
coverage: coverage coverages insurance insurances payer payers payor payors
member: member members
employer: employer
guardian: guardian
mother: mother
name: name names
first: first given forename
last: last surname
middle: middle initial
maiden: maiden
prefix: prefix
suffix: suffix
title: title
full: full
birth: birth born
death: death deceased died
sex: sex gender
race: race
ethnicity: ethnicity ethnic
marital: marital
language: language lang
religion: religion
address: address addresses addr street
line: line lines
apartment: apartment apt suite
city: city town
state: state province region
county: county district
zip: zip zipcode postal postcode
country: country
phone: phone telephone tel
home: home
work: work business
mobile: mobile cell
email: email mail
ssn: ssn ss
social security: socialsecurity
driver: driver drivers
license: license licence
passport: passport
mrn: mrn
record: record records
number: number num nbr no nr
id: id ids identifier uid uuid
key: key
code: code codes cd
system: system vocabulary terminology codesystem
description: description desc descr display label
text: text
type: type kind
class: class
category: category
group: group
level: level
date: date dt day datetime dttm time timestamp tm instant
start: start begin from started
end: end stop thru stopped ended
onset: onset
noted: noted
resolved: resolved resolve abatement
effective: effective eff performed occurrence
discharge: discharge disch
admit: admit adm
service: service serv svc
collected: collected collection specimen
reported: reported released
entered: entered entry recorded created create enter recording
updated: updated update modified
taken: taken
given: administered administration administer
expiration: expiration expires expire exp
year: year
month: month
status: status
active: active
severity: severity
reaction: reaction reactions
value: value val
numeric: numeric
unit: unit units uom
low: low min lower
high: high max upper
range: range
reference: reference ref
normal: normal
abnormal: abnormal abn
flag: flag interpretation
quantity: quantity qty amount
days: days
dose: dose dosage
strength: strength
route: route
frequency: frequency freq
sig: sig directions instructions
form: form
reason: reason rsn indication
complaint: complaint
chief: chief
lot: lot
manufacturer: manufacturer mfg
site: site bodysite
body: body
primary: primary
disposition: disposition
user: user
author: author
attending: attending
authorizing: authorizing
referring: referring
specialty: specialty speciality
npi: npi
cost: cost price paid total income revenue expense expenses
latitude: latitude lat
longitude: longitude lon
loinc: loinc
snomed: snomed
rxnorm: rxnorm rxcui
cvx: cvx
icd: icd icd9 icd10
ndc: ndc
cpt: cpt
heart: heart
rate: rate
pulse: pulse
respiratory: respiratory respiration resp
temperature: temperature temp
weight: weight wt
height: height ht
bmi: bmi
bsa: bsa
priority: priority
contact: contact
systolic: systolic sbp
diastolic: diastolic dbp
pressure: pressure bp
blood: blood
oxygen: oxygen
saturation: saturation spo2
head: head
circumference: circumference
smoking: smoking tobacco smoker
method: method
info: info information
detail: detail details
list: list
header: header
data: data
master: master
days supply: dayssupply
birth date: dob birthdate birthday
death date: dod deathdate
first name: fname firstname
last name: lname lastname
middle name: mname middlename
record number: recordno
provider primary care: pcp
`;

/** Names and what they mean, one word or several. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>;

/** What is known of names in general. */
export const vocabulary: Vocabulary = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [meaning = '', names = ''] = line.split(': ');
      return names.split(' ').map((name): [string, readonly string[]] => [name, meaning.split(' ')]);
    }),
);
