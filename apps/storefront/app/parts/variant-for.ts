interface Variant {
  readonly options: Readonly<Record<string, string>>
  readonly availability: string
}

/**
 * The variant an address asks for; where it leaves something open, the first that fits and is there, and where nothing
 * fits all of it, the one that fits most.
 */
export function variantFor<V extends Variant>(
  { variants }: { variants: readonly V[] },
  chosen: Readonly<Record<string, string>>,
): V | undefined {
  const fit = ({ options }: V) =>
    Object.entries(options).filter(([name, value]) => chosen[name] === value).length
  const isThere = ({ availability }: V) => (availability === 'out_of_stock' ? 0 : 1)
  return variants.toSorted((a, b) => fit(b) - fit(a) || isThere(b) - isThere(a))[0]
}
