/** ObservationInterpretation of HL7 v3, in the edition of FHIR R4: `code|display`. */
export const observationInterpretation = `
CAR|Carrier ~ Carrier|Carrier ~ B|Better ~ D|Significant change down ~ U|Significant change up ~ W|Worse ~
<|Off scale low ~ >|Off scale high ~ AC|Anti-complementary substances present ~ IE|Insufficient evidence ~
QCF|Quality control failure ~ TOX|Cytotoxic substance present ~ A|Abnormal ~ AA|Critical abnormal ~
HH|Critical high ~ LL|Critical low ~ H|High ~ H>|Significantly high ~ HU|Significantly high ~ L|Low ~
L<|Significantly low ~ LU|Significantly low ~ N|Normal ~ I|Intermediate ~ MS|moderately susceptible ~
NCL|No CLSI defined breakpoint ~ NS|Non-susceptible ~ R|Resistant ~ SYN-R|Synergy - resistant ~ S|Susceptible ~
SDD|Susceptible-dose dependent ~ SYN-S|Synergy - susceptible ~ VS|very susceptible ~ EX|outside threshold ~
HX|above high threshold ~ LX|below low threshold ~ HM|Hold for Medical Review ~
ObservationInterpretationDetection|ObservationInterpretationDetection ~ IND|Indeterminate ~ E|Equivocal ~
NEG|Negative ~ ND|Not detected ~ POS|Positive ~ DET|Detected ~
ObservationInterpretationExpectation|ObservationInterpretationExpectation ~ EXP|Expected ~ UNE|Unexpected ~
OBX|Interpretation qualifiers in separate OBX segments ~
ReactivityObservationInterpretation|ReactivityObservationInterpretation ~ NR|Non-reactive ~ RR|Reactive ~
WR|Weakly reactive
`;
