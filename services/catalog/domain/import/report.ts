import type { Finding, ImportError, ImportItem, ImportWarning } from './import-item.ts'

/** The errors that refuse one product, the first of them marked so that the product is counted once. */
export function rejections(findings: readonly Finding[], handle: string): ImportError[] {
  return findings.map((finding, index) => ({
    kind: 'error',
    ...finding,
    handle: handle === '' ? undefined : handle,
    rejectsProduct: index === 0,
  }))
}

export function warnings(findings: readonly Finding[]): ImportWarning[] {
  return findings.map((finding) => ({ kind: 'warning', ...finding }))
}

/** An error of the file as a whole, or of how it is written, that names no product. */
export function fileError(finding: Finding): ImportItem {
  return { kind: 'error', ...finding, rejectsProduct: false }
}
