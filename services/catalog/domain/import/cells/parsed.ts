/** A value, perhaps with a remark, or the reason why the text is none. */
export type Parsed<T> =
  | { ok: true; value: T; warning?: { code: string; message: string } }
  | { ok: false; code: string; message: string }

export function accept<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

export function refuse(code: string, message: string): { ok: false; code: string; message: string } {
  return { ok: false, code, message }
}
