import type { Attachment } from '../../../record/index.ts';
import type { Here } from './here.ts';

type Fields = Record<string, unknown>;

/** Content: the text of a cell as it stands, or a file beside the tables. */
export function buildAttachment({ text, ...rest }: Fields, _here: Here): Attachment | undefined {
  if (text === undefined) return Object.keys(rest).length > 0 ? (rest as Attachment) : undefined;
  return {
    contentType: 'text/plain; charset=utf-8',
    ...rest,
    data: Buffer.from(String(text)).toString('base64'),
  };
}
