/** What files of a media type are called; of others nobody can tell more than that they are bytes. */
const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'text/plain': 'txt',
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/json': 'json',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/dicom': 'dcm',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/tiff': 'tif',
  'image/g3fax': 'g3',
  'audio/basic': 'au',
  'audio/mpeg': 'mp3',
  'video/mpeg': 'mpg',
};

/** A media type without its parameters. */
const bare = (mediaType: string): string => mediaType.replace(/;.*/s, '').trim().toLowerCase();

/** Where a run keeps bytes: by their hash, never by a name of the input. */
export function documentFile(sha256: string, mediaType = ''): string {
  const type = bare(mediaType);
  return `documents/${sha256}.${Object.hasOwn(extensions, type) ? extensions[type] : 'bin'}`;
}
