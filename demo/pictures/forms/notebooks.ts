import { type Brush, cloth, type Form, slope } from '../brush.ts'
import { at, box, boxPath, dot, fill, seam, stroke } from '../shapes.ts'

const notebook: Form = {
  stance: 'lies',
  size: [480, 640],
  draw: (brush) =>
    at(
      'rotate(-8)',
      pages(),
      cloth(brush, boxPath([-200, -280, 392, 560], 14)),
      spine(brush),
      stroke('M140 -280V280', brush.trim.deep, 11),
      label(brush),
      stroke('M-120 280C-124 310 -108 320 -114 350', brush.trim.base, 9),
    ),
}

const journal: Form = {
  stance: 'lies',
  size: [500, 640],
  draw: (brush) =>
    at(
      'rotate(7)',
      pages(),
      cloth(brush, 'M-200 -266Q-200 -280 -186 -280H200V280H-186Q-200 280 -200 266Z'),
      spine(brush),
      seam('M-150 -262H180V262H-150', `${brush.ink.pale}b0`),
      fill('M200 -60H60Q30 -60 30 -20T60 20H200Z', slope(brush, brush.trim)),
      dot(66, -20, 15, '#d9bd7c'),
      dot(63, -23, 9, '#f0dca6'),
    ),
}

const spiral: Form = {
  stance: 'lies',
  size: [480, 620],
  draw: (brush) =>
    at(
      'rotate(-5)',
      box([-188, -248, 400, 520], '#fbf7ee', 6),
      box([-194, -252, 400, 520], '#f1eadb', 6),
      cloth(brush, boxPath([-200, -256, 400, 520], 8)),
      fill('M-70 -40A70 70 0 0 1 70 -40Z', brush.ink.pale) +
        box([-110, -36, 220, 8], brush.ink.pale) +
        stroke('M-70 4H70M-40 30H40', `${brush.ink.pale}`, 6),
      ...Array.from(
        { length: 15 },
        (_, i) =>
          dot(-178 + i * 25.5, -228, 8, brush.ink.deep) +
          stroke(
            `M${-178 + i * 25.5} -228C${-186 + i * 25.5} -262 ${-170 + i * 25.5} -290 ${-166 + i * 25.5} -250`,
            '#9a9286',
            5,
          ),
      ),
    ),
}

const pocketset: Form = {
  stance: 'lies',
  size: [600, 620],
  draw: (brush) =>
    at(
      'translate(-90 -30) rotate(-17)',
      slim({
        ...brush,
        surface: 'plain',
        ink: { ...brush.ink, base: brush.ink.dark, light: brush.ink.base, dark: brush.ink.deep },
      }),
    ) +
    at('translate(10 0) rotate(-3)', slim({ ...brush, surface: 'plain', ink: brush.trim })) +
    at(
      'translate(100 30) rotate(11)',
      slim(brush),
      stroke('M-60 -90H60M-60 -64H20', `${brush.ink.pale}d0`, 6),
    ),
}

const planner: Form = {
  stance: 'lies',
  size: [680, 480],
  draw: (brush) =>
    at(
      'rotate(-4)',
      cloth(brush, boxPath([-326, -226, 652, 460], 16)),
      fill(
        'M-312 -212C-200 -226 -80 -222 0 -204C80 -222 200 -226 312 -212V214C200 202 80 204 0 222C-80 204 -200 202 -312 214Z',
        '#fbf7ee',
      ),
      fill('M0 -204C30 -214 60 -216 90 -218V208C60 208 30 214 0 222Z', '#2b243312'),
      fill('M0 -204C-14 -208 -26 -210 -40 -212V212C-26 214 -14 218 0 222Z', '#2b24331c'),
      ...[-150, -100, -50, 0, 50, 100, 150].map((y) => stroke(`M-280 ${y}H-40M50 ${y}H290`, '#d6cdbd', 2.5)),
      box([-280, -186, 110, 16], brush.ink.base, 6),
      box([50, -186, 80, 16], brush.ink.light, 6),
      stroke(
        'M-270 -122q20 -14 40 0t40 0t40 0t40 0M60 -72q20 -14 40 0t40 0t40 0M60 28q20 -14 40 0t40 0',
        `${brush.ink.dark}b0`,
        4,
      ),
      dot(270, 128, 17, brush.trim.light),
      stroke('M0 220C4 250 -8 262 0 290', brush.trim.base, 10),
    ),
}

const letterset: Form = {
  stance: 'lies',
  size: [640, 560],
  draw: (brush) =>
    at(
      'translate(-70 -50) rotate(-12)',
      box([-190, -210, 380, 430], '#fdfaf3', 4),
      ...[0, 1, 2, 3, 4, 5].map((i) => stroke(`M-140 ${-130 + i * 44}H${i === 5 ? 20 : 140}`, '#d9d0c2', 3)),
      cloth(brush, 'M-190 -210H190V-170H-190Z'),
    ) +
    at(
      'translate(70 90) rotate(6)',
      cloth(brush, boxPath([-230, -140, 460, 290], 8)),
      fill('M-230 -136L0 40L230 -136L224 -140H-224Z', brush.ink.light),
      stroke('M-228 -136L0 40L228 -136', `${brush.ink.deep}80`, 4),
      dot(0, 30, 34, brush.trim.dark),
      dot(-3, 27, 26, brush.trim.base),
      dot(-3, 27, 15, brush.trim.dark),
    ),
}

function slim(brush: Brush): string {
  return (
    box([-128, -204, 264, 420], '#f6f0e2', 8) +
    cloth(brush, boxPath([-136, -210, 264, 420], 10)) +
    stroke('M-122 -208V208', `${brush.ink.deep}60`, 4) +
    dot(-122, -90, 4, '#f0e8d8') +
    dot(-122, 90, 4, '#f0e8d8')
  )
}

function pages(): string {
  return box([-186, -266, 392, 556], '#e9e0cd', 10) + box([-190, -270, 390, 556], '#fbf6ea', 10)
}

function spine({ ink }: Brush): string {
  return (
    fill('M-200 -266Q-200 -280 -186 -280H-158V280H-186Q-200 280 -200 266Z', `${ink.deep}70`) +
    stroke('M-156 -280V280', `${ink.pale}50`, 3)
  )
}

function label({ ink }: Brush): string {
  return box([-90, -170, 170, 104], '#fbf6ea', 6) + stroke('M-60 -132H50M-60 -106H10', `${ink.dark}b0`, 5)
}

export const notebooks: Readonly<Record<string, Form>> = {
  notebook,
  journal,
  spiral,
  pocketset,
  planner,
  letterset,
}
