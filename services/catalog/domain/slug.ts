import { hash } from 'node:crypto'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const MAX_LENGTH = 200

/** An address of letters, digits and single dashes; text without any Latin letter or digit becomes a digest. */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '')
  return slug === '' ? `n-${digest(text)}` : slug
}

/**
 * The slug of an imported product. A handle that is none already (other scripts, underscores) is rewritten with
 * a digest behind it, so that two handles never meet and the same handle finds its product again.
 */
export const slugOfHandle = (handle: string): string =>
  SLUG.test(handle) ? handle : `${slugify(handle)}-${digest(handle)}`

/** The slug, then the same with `-2`, `-3`… to choose the first free one of. */
export const slugCandidates = (slug: string): string[] => [
  slug,
  ...Array.from({ length: 99 }, (_, index) => `${slug}-${index + 2}`),
]

const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 8)
