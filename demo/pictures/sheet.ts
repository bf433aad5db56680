/** The definitions one picture needs: gradients and patterns, each written once however often it is used. */
export interface Sheet {
  /** Stores the markup (made for the id it is given) and returns the `url(#…)` that paints with it. */
  define(markup: (id: string) => string): string
  defs(): string
}

export function createSheet(): Sheet {
  const known = new Map<string, string>()
  return {
    define(markup) {
      const body = markup('@')
      const id = known.get(body) ?? `d${known.size}`
      known.set(body, id)
      return `url(#${id})`
    },
    defs() {
      const written = [...known].map(([body, id]) => body.replace('id="@"', `id="${id}"`))
      return written.length > 0 ? `<defs>${written.join('')}</defs>` : ''
    },
  }
}

/** Draws the markup where it is asked for, storing it once however often that is. */
export function shared(sheet: Sheet, markup: string): string {
  const address = sheet.define((id) => `<g id="${id}">${markup}</g>`)
  return `<use href="${address.slice('url('.length, -1)}"/>`
}

/** Stops are `[offset 0–1, colour]`; the direction is an angle in degrees, 0 from left to right, 90 downwards. */
export function linear(sheet: Sheet, stops: readonly (readonly [number, string])[], angle = 0): string {
  const turn = angle === 0 ? '' : ` gradientTransform="rotate(${angle} .5 .5)"`
  return sheet.define((id) => `<linearGradient id="${id}"${turn}>${stopList(stops)}</linearGradient>`)
}

export function radial(sheet: Sheet, stops: readonly (readonly [number, string])[]): string {
  return sheet.define((id) => `<radialGradient id="${id}">${stopList(stops)}</radialGradient>`)
}

/** A tile of `[width, height]` repeated over whatever it paints. */
export function tile(
  sheet: Sheet,
  [width, height]: readonly [number, number],
  content: string,
  turn = 0,
): string {
  const rotation = turn === 0 ? '' : ` patternTransform="rotate(${turn})"`
  return sheet.define(
    (id) =>
      `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse"${rotation}>${content}</pattern>`,
  )
}

function stopList(stops: readonly (readonly [number, string])[]): string {
  return stops
    .map(([offset, colour]) => {
      const clear = colour.length === 9
      const opacity = clear
        ? ` stop-opacity="${(Number.parseInt(colour.slice(7), 16) / 255).toFixed(2)}"`
        : ''
      return `<stop offset="${offset}" stop-color="${clear ? colour.slice(0, 7) : colour}"${opacity}/>`
    })
    .join('')
}
