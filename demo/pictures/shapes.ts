/** The few SVG elements the drawings are made of. Colours may carry an alpha: `#rrggbbaa`. */

export function fill(d: string, colour: string): string {
  return `<path d="${d}" fill="${colour}"/>`
}

export function stroke(d: string, colour: string, width: number): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
}

/** A thin dashed line, as a seam. */
export function seam(d: string, colour: string, width = 2.5): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-dasharray="9 7"/>`
}

export function oval([cx, cy, rx, ry]: readonly [number, number, number, number], colour: string): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${colour}"/>`
}

export function dot(cx: number, cy: number, r: number, colour: string): string {
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${colour}"/>`
}

/** A rectangle `[x, y, width, height]` with rounded corners. */
export function box([x, y, w, h]: readonly [number, number, number, number], colour: string, r = 0): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}"${r > 0 ? ` rx="${r}"` : ''} fill="${colour}"/>`
}

/** The path of such a rectangle, for painting it more than once. */
export function boxPath([x, y, w, h]: readonly [number, number, number, number], r = 0): string {
  return `M${x + r} ${y}h${w - 2 * r}q${r} 0 ${r} ${r}v${h - 2 * r}q0 ${r} ${-r} ${r}h${2 * r - w}q${-r} 0 ${-r} ${-r}v${2 * r - h}q0 ${-r} ${r} ${-r}z`
}

export function ovalPath([cx, cy, rx, ry]: readonly [number, number, number, number]): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`
}

export function at(transform: string, ...parts: readonly string[]): string {
  return `<g transform="${transform}">${parts.join('')}</g>`
}
