/** Titles of health professions and degrees that stand behind names in the United States, without dots and in capitals. */
const titles = new Set(
  `MD DO MBBS MBCHB DDS DMD DPM DC OD PHD PHARMD PSYD DNP DPT DVM EDD SCD JD
RN LPN LVN NP CNP FNP ANP PNP AGNP PMHNP APRN ARNP CRNP CNS CNM CRNA BSN MSN CNA CMA RMA MA
PA PAC RPH CPHT PT PTA OT OTR COTA SLP RD RDN LDN RT RRT CRT EMT EMTP
LCSW LMSW LSW LICSW MSW LPC LMFT LMHC MPH MHA MS MBA FNPBC FNPC ANPBC APRNBC PACMPAS
FACP FAAP FACS FACC FACOG FAAFP FACEP`.split(/\s+/),
);

/** Whether words behind a name are a title of a profession, as M.D. or PA-C, and no Jr. or III. */
export const isQualification = (words: string): boolean =>
  titles.has(words.toUpperCase().replace(/[.\s-]/g, ''));
