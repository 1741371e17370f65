import type { Words } from '../words/words.ts';

/** The name of a language beside its tag: es-MX says little to a nurse. */
export function languageName(tag: string | undefined, words: Words): string {
  if (!tag || !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) return tag ?? '';
  try {
    const name = new Intl.DisplayNames([words.language], { type: 'language' }).of(tag);
    return name && name !== tag ? `${name} (${tag})` : tag;
  } catch {
    return tag;
  }
}
