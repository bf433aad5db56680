const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' },
}
const LONGEST_WORD = 40

/** Text as it is compared: without case and accents, ligatures written out. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => WRITTEN_OUT[letter] ?? letter)

/** The words of a text, folded. Letters and digits of any script; all else parts them. */
export const wordsOf = (text: string): string[] =>
  [...fold(text).matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => [...word].slice(0, LONGEST_WORD).join(''))

/** The words as they were typed, without what stands between them. */
export const tidied = (text: string): string =>
  [...text.toLowerCase().matchAll(/[\p{L}\p{N}\p{M}]+/gu)].join(' ')
