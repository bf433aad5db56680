/**
 * What is wrong with a piece of attribute-and-element XML (no text, comments or entities, which our pictures do not
 * have): the first tag that is malformed or does not close; undefined when it is well formed.
 */
export function unclosed(xml: string): string | undefined {
  const open: string[] = []
  let rest = xml
  while (rest !== '') {
    const tag = /^<(\/?)([a-zA-Z]+)((?: [a-zA-Z][a-zA-Z0-9:-]*="[^"<&]*")*)(\/?)>/.exec(rest)
    if (!tag) return rest.slice(0, 60)
    const [whole, closing, name = '', attributes = '', empty] = tag
    if (repeats(attributes)) return whole
    if (closing) {
      if (open.pop() !== name) return whole
    } else if (!empty) open.push(name)
    rest = rest.slice(whole.length)
  }
  return open.pop()
}

function repeats(attributes: string): boolean {
  const names = [...attributes.matchAll(/ ([^=]+)=/g)].map(([, name]) => name)
  return new Set(names).size !== names.length
}
