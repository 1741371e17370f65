import { type SectionKind, sectionKinds } from '../../section-kinds.ts';

/** A section with its narrative and what stands in it. */
export const sectionXml = (name: SectionKind, content: string, words: string): string =>
  `<section><templateId root="${sectionKinds[name][0]}"/><code code="${sectionKinds[name][1]}" codeSystem="2.16.840.1.113883.6.1"/>
<title>Section</title><text>${words}</text>${content}</section>`;
