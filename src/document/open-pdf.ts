import type { PrintDocument } from './blocks.ts';
import { newPdf, type Pdf } from './pdfkit.ts';

/** Declares that the file is PDF/UA-1, in a schema that PDF/A asks for. */
const universalAccess = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/** What XML reserves would break the metadata, into which pdfkit puts the title as it is. */
const plain = (text: string): string => text.replace(/&/g, '+').replace(/[<>]/g, ' ').toWellFormed();

/** An empty file that says what it is: PDF/A-2a, or 3a where it has attachments, and PDF/UA-1. */
export function openPdf(document: PrintDocument, hasAttachments: boolean): Pdf {
  const created = new Date(document.created);
  const pdf = newPdf({
    subset: hasAttachments ? 'PDF/A-3a' : 'PDF/A-2a',
    pdfVersion: '1.7',
    tagged: true,
    lang: document.language,
    displayTitle: true,
    size: document.paper,
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    font: null,
    // The canvas encodes each word once.
    fontLayoutCache: false,
    info: {
      Title: plain(document.title),
      Producer: plain(document.producer),
      Creator: plain(document.producer),
      CreationDate: created,
      ModDate: created,
    },
  });
  pdf.appendXML(universalAccess);
  return pdf;
}
