/**
 * Idempotency keys of what is being tried: the same request, sent again after no answer came, has the same key and
 * happens once. Once there was an answer the next one is a new wish, and has another.
 */
export function attempts(newKey: () => string) {
  const underWay = new Map<string, string>()
  return {
    keyOf(request: string): string {
      const key = underWay.get(request) ?? newKey()
      underWay.set(request, key)
      return key
    },
    answered(request: string): void {
      underWay.delete(request)
    },
  }
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without TLS. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
