/** How much one import file may say; text lengths in Unicode characters. */
export const limits = {
  handle: 255,
  title: 255,
  description: 100_000,
  label: 255,
  tags: 250,
  categories: 20,
  categoryDepth: 10,
  seoDescription: 1_000,
  attribute: 5_000,
  url: 2_048,
  alt: 512,
  sku: 120,
  code: 64,
  options: 3,
  images: 250,
  variants: 2_048,
  currencies: 200,
  quantity: 1_000_000_000,
  grams: 1_000_000_000,
  columns: 512,
  /** One physical line, and one CSV record, in bytes and UTF-16 units. */
  record: 1_048_576,
  /** A line of NDJSON holds a whole product, some thousand variants at times. */
  jsonLine: 16_777_216,
  /** Handles and SKUs are remembered for the whole file, so their number bounds the memory of an import. */
  productsInFile: 250_000,
  variantsInFile: 500_000,
  /** A file with more unreadable rows than this is something else than CSV or NDJSON. */
  unreadable: 1_000,
} as const
