import { limits } from '../limits.ts'
import { unguardDigits } from './formula-guard.ts'
import { splitList } from './list-cell.ts'
import { accept, type Parsed, refuse } from './parsed.ts'

/** Text up to `most` characters, as it stands. PostgreSQL stores neither NUL nor half a surrogate pair. */
export function longText(most: number) {
  return (text: string): Parsed<string> => {
    if (text.includes('\0') || !text.isWellFormed()) {
      return refuse('invalid_character', 'contains a NUL or half a surrogate pair')
    }
    // There are never more characters than UTF-16 units, so they are counted only beyond the limit.
    if (text.length > most && [...text].length > most)
      return refuse('too_long', `is longer than ${most} characters`)
    return accept(text)
  }
}

/** The same without the spaces around it. */
export function text(most: number) {
  const within = longText(most)
  return (cell: string): Parsed<string> => within(cell.trim())
}

/** A blank title in a first row betrays a row that lost its product, so it is refused rather than cleared. */
export function title(cell: string): Parsed<string> {
  return cell.trim() === ''
    ? refuse('blank_title', 'the first row of a product carries its title')
    : text(limits.title)(cell)
}

/** A product's address in the shop: letters and digits of any script, `-` and `_` between them; lower-cased. */
export function handle(cell: string): Parsed<string> {
  const handle = cell.trim().toLowerCase()
  if (handle === '') return refuse('blank_handle', 'every row names the handle of its product')
  const isHandle = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(handle) && handle.length <= limits.handle
  if (isHandle) return accept(handle)
  const shown = handle.slice(0, 60)
  return refuse('invalid_handle', `"${shown}": letters, digits and dashes only, ${limits.handle} at most`)
}

/** A stock-keeping unit or barcode, possibly behind Shopify's apostrophe. */
export function code(most: number) {
  const within = text(most)
  return (cell: string): Parsed<string> => {
    const code = within(unguardDigits(cell.trim()))
    if (!code.ok || !/^\d(\.\d+)?E\+\d+$/.test(code.value)) return code
    const message = `"${code.value}" seems to have lost its digits in a spreadsheet`
    return { ...code, warning: { code: 'mangled_by_spreadsheet', message } }
  }
}

/** An absolute http(s) address, or a path on the shop's own origin such as `/media/mug.svg`; blank stays blank. */
export function url(cell: string): Parsed<string> {
  const url = cell.trim()
  if (url === '') return accept('')
  if (url.length > limits.url) return refuse('too_long', `is longer than ${limits.url} characters`)
  const isWeb = /^https?:\/\//i.test(url) && URL.canParse(url)
  const isOurs = /^\/(?![/\\])/.test(url)
  const isClean = !/[\s\0]/.test(url) && url.isWellFormed()
  if ((isWeb || isOurs) && isClean) return accept(url)
  return refuse('invalid_url', `"${url.slice(0, 60)}" is neither an http(s) address nor a path of this shop`)
}

/** Tags separated by commas, each once. */
export function tags(cell: string): Parsed<string[]> {
  return distinctTags(splitList(cell, ','))
}

export function distinctTags(list: readonly string[]): Parsed<string[]> {
  const tags = [...new Set(list.map((tag) => tag.trim()).filter((tag) => tag !== ''))]
  if (tags.length > limits.tags) return refuse('too_many_tags', `more than ${limits.tags} tags`)
  return eachWithin(tags)
}

/** `A > B > C`, from the root down. */
export function categoryPath(cell: string): Parsed<string[]> {
  return categoryNames(splitList(cell, '>'))
}

export function categoryNames(list: readonly string[]): Parsed<string[]> {
  const names = list.map((name) => name.trim()).filter((name) => name !== '')
  if (names.length > limits.categoryDepth) {
    return refuse('category_too_deep', `more than ${limits.categoryDepth} levels of categories`)
  }
  return eachWithin(names)
}

function eachWithin(list: string[]): Parsed<string[]> {
  const within = longText(limits.label)
  for (const item of list) {
    const checked = within(item)
    if (!checked.ok) return checked
  }
  return accept(list)
}
