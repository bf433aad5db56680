import type { Brush, Form } from './brush.ts'
import { ink } from './ink.ts'
import { backdrop, ground, groundShadow, plain, type Room, stage, table, tableTop } from './scene.ts'
import { at } from './shapes.ts'
import { shared } from './sheet.ts'

/** A thing to be shown: what it looks like, in the colours it comes in; the first is the one in front. */
export interface Subject {
  readonly form: Form
  readonly brush: Brush
  readonly room: Room
  /** The other colours of the thing, as hex; empty when it has only the one. */
  readonly others: readonly string[]
}

/** The whole thing in its room. */
export function whole(subject: Subject): string {
  const { form, room } = subject
  if (form.stance === 'stands')
    return stage(room) + standing(subject, { x: 400, y: ground, scale: fit(form, [610, 620]) })
  if (form.stance === 'hangs') return backdrop(room) + hanging(subject, fit(form, [580, 690]))
  return table(room) + lying(subject, fit(form, [660, 790]))
}

/** So near that the frame cuts it off and the texture can be seen. */
export function near(subject: Subject): string {
  const { form, room, brush } = subject
  const scale = fit(form, [1020, 1160])
  const [width, height] = form.size
  if (form.stance !== 'stands') {
    const middle = form.stance === 'hangs' ? height * 0.5 : 0
    return (
      plain(room) +
      placed(subject, `translate(470 ${Math.round(500 - middle * scale)}) scale(${scale}) rotate(-7)`)
    )
  }
  const foot = Math.round(Math.max(860, 500 + height * 0.62 * scale))
  const art = groundShadow(brush.sheet, width * 0.78) + form.draw(brush)
  return plain(room) + tableTop(room, foot - 70) + at(`translate(470 ${foot}) scale(${scale})`, art)
}

/** Two or three of them together: in its other colours if it has any, else in its own again. */
export function together(subject: Subject): string {
  const { form, room, others, brush } = subject
  const small = fit(
    form,
    form.stance === 'stands' ? [430, 470] : form.stance === 'hangs' ? [440, 500] : [520, 610],
  )
  const [behind, third] = [others[0], others[1]].map((hex) => ({
    ...subject,
    brush: hex === undefined ? brush : { ...brush, ink: ink(hex) },
  }))
  if (form.stance === 'hangs') {
    const pair: readonly (readonly [Subject, number, number])[] = [
      [behind ?? subject, 258, 150],
      [subject, 545, 290],
    ]
    return (
      backdrop(room) + pair.map(([one, x, y]) => placed(one, `translate(${x} ${y}) scale(${small})`)).join('')
    )
  }
  if (form.stance === 'lies') {
    return (
      table(room) +
      placed(behind ?? subject, `translate(285 335) scale(${small}) rotate(4)`) +
      placed(subject, `translate(505 665) scale(${small}) rotate(-4)`)
    )
  }
  return (
    stage(room) +
    standing(behind ?? subject, { x: 212, y: ground - 76, scale: round2(small * 0.84) }) +
    standing(third ?? subject, { x: 606, y: ground - 62, scale: round2(small * 0.78) }) +
    standing(subject, { x: 410, y: ground + 44, scale: small })
  )
}

interface Place {
  readonly x: number
  readonly y: number
  readonly scale: number
}

function standing({ form, brush }: Subject, { x, y, scale }: Place): string {
  const art = groundShadow(brush.sheet, form.size[0] * 0.78) + form.draw(brush)
  return at(`translate(${x} ${y}) scale(${scale})`, shared(brush.sheet, art))
}

function hanging(subject: Subject, scale: number): string {
  return placed(
    subject,
    `translate(400 ${Math.round(Math.max(150, 500 - (subject.form.size[1] * scale) / 2))}) scale(${scale})`,
  )
}

function lying(subject: Subject, scale: number): string {
  return placed(subject, `translate(400 500) scale(${scale})`)
}

function placed(subject: Subject, transform: string): string {
  return at(transform, shared(subject.brush.sheet, lifted(subject, subject.form.draw(subject.brush))))
}

/** A soft shadow to the lower right of whatever is not standing on a floor. */
function lifted({ form, brush }: Subject, art: string): string {
  if (form.stance === 'stands') return art
  const filter = brush.sheet.define(
    (id) =>
      `<filter id="${id}" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="14" dy="20" stdDeviation="16" flood-color="#2b2433" flood-opacity=".26"/></filter>`,
  )
  return `<g filter="${filter}">${art}</g>`
}

function fit({ size: [width, height] }: Form, [wide, high]: readonly [number, number]): number {
  return round2(Math.min(wide / width, high / height, 2.6))
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
