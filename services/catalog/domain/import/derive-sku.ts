import { createHash } from 'node:crypto'
import { limits } from './limits.ts'

/**
 * The SKU of a variant the file gives none: the handle, then each option value behind a dot, lower-cased, with
 * dashes for spaces: `classic-top.small.navy-blue`. A value with other characters than ASCII letters and digits
 * gets `~` and six digits of its SHA-256, so that "S/M" and "S-M", or two Chinese words, stay apart; a result
 * beyond the limit is cut and gets twelve. Depends on nothing else: the same variant has the same SKU in every file.
 * Handles contain no dot, so no two products meet.
 */
export function deriveSku(handle: string, values: readonly string[]): string {
  const sku = [handle, ...values.map(slug)].join('.')
  return sku.length <= limits.sku ? sku : `${[...sku].slice(0, 50).join('')}~${digest(sku, 12)}`
}

function slug(value: string): string {
  const plain = value.toLowerCase()
  if (/^[a-z0-9]+( [a-z0-9]+)*$/.test(plain)) return plain.replaceAll(' ', '-')
  const readable = plain
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${readable}~${digest(plain, 6)}`
}

function digest(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}
