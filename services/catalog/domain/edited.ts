/** A thing with the fields given; what is left out stays. */
export const edited = <T extends object>(
  before: T,
  edit: { readonly [Field in keyof T]?: T[Field] | undefined },
): T => ({
  ...before,
  ...Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)),
})
