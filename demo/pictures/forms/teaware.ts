import { type Brush, type Form, round, slope, solid } from '../brush.ts'
import { at, box, boxPath, dot, fill, oval, stroke } from '../shapes.ts'
import { linear } from '../sheet.ts'

const teapot: Form = {
  stance: 'stands',
  size: [520, 390],
  draw: (brush) =>
    fill(
      'M-120 -76C-206 -92 -204 -196 -256 -262Q-262 -272 -252 -278L-226 -292Q-216 -296 -212 -286C-190 -232 -172 -206 -130 -204Z',
      round(brush),
    ) +
    stroke('M140 -252C262 -270 256 -90 134 -84', brush.trim.dark, 24) +
    stroke('M146 -256C252 -268 246 -100 138 -92', brush.trim.light, 6) +
    fill('M-92 -14L-80 0H80L92 -14Z', brush.ink.deep) +
    solid(
      brush,
      'M-96 -10C-176 -40 -186 -150 -150 -220C-124 -272 -70 -290 0 -290S124 -272 150 -220C186 -150 176 -40 96 -10Z',
    ) +
    fill('M-92 -282C-80 -330 80 -330 92 -282C50 -268 -50 -268 -92 -282Z', brush.ink.dark) +
    fill('M-88 -288C-74 -334 60 -332 84 -292C40 -278 -50 -276 -88 -288Z', brush.ink.light) +
    oval([0, -340, 24, 20], brush.trim.base) +
    oval([-6, -346, 9, 7], brush.trim.pale) +
    stroke('M-138 -190C-150 -140 -146 -96 -132 -66', '#ffffff58', 13),
}

const carafe: Form = {
  stance: 'stands',
  size: [290, 460],
  draw: (brush) => {
    const body =
      'M-56 -440C-52 -330 -64 -300 -98 -240C-138 -170 -146 -30 -96 0H96C146 -30 138 -170 98 -240C64 -300 52 -330 56 -440Z'
    const glass = linear(brush.sheet, [
      [0, `${brush.ink.dark}90`],
      [0.2, '#ffffff90'],
      [0.6, `${brush.ink.base}55`],
      [1, `${brush.ink.deep}90`],
    ])
    return (
      fill(body, glass) +
      fill(
        'M-128 -130C-136 -60 -122 -14 -94 -6H94C122 -14 136 -60 128 -130C80 -118 -80 -118 -128 -130Z',
        `${brush.ink.light}b0`,
      ) +
      oval([0, -130, 128, 16], `${brush.ink.pale}d0`) +
      box([-64, -350, 128, 46], slope(brush, brush.trim), 10) +
      stroke('M-60 -328H60', `${brush.trim.deep}80`, 4) +
      oval([0, -440, 56, 10], '#ffffff90') +
      oval([0, -438, 48, 7], `${brush.ink.dark}60`) +
      stroke('M-94 -210C-116 -160 -116 -100 -112 -60', '#ffffffb0', 9)
    )
  },
}

const press: Form = {
  stance: 'stands',
  size: [320, 440],
  draw: (brush) =>
    stroke('M106 -300C204 -306 202 -90 110 -96', brush.trim.dark, 26) +
    box([-3, -440, 6, 90], '#9aa0a2') +
    dot(0, -434, 20, brush.trim.base) +
    fill(
      boxPath([-112, -330, 224, 330], 18),
      linear(brush.sheet, [
        [0, '#dfe9e8'],
        [0.3, '#ffffff'],
        [1, '#b9c8c8'],
      ]),
    ) +
    fill(
      boxPath([-104, -220, 208, 206], 14),
      linear(brush.sheet, [
        [0, '#4a2c1f'],
        [0.3, '#7a4d35'],
        [1, '#38211a'],
      ]),
    ) +
    box([-106, -232, 212, 16], '#8f979a', 4) +
    fill('M-124 -322Q-120 -372 -40 -376H40Q120 -372 124 -322Z', round(brush)) +
    solid(brush, boxPath([-120, -328, 240, 26], 6)) +
    solid(brush, boxPath([-120, -60, 240, 60], 16)) +
    solid(brush, boxPath([-120, -200, 240, 20], 6)) +
    stroke('M-84 -290V-80', '#ffffffa0', 9),
}

const dripper: Form = {
  stance: 'stands',
  size: [340, 450],
  draw: (brush) =>
    server(brush) +
    stroke('M104 -380C186 -386 178 -296 84 -300', brush.ink.dark, 18) +
    solid(brush, 'M-142 -440C-120 -360 -72 -310 -56 -262H56C72 -310 120 -360 142 -440Z') +
    solid(brush, boxPath([-110, -270, 220, 22], 10)) +
    oval([0, -440, 142, 22], brush.ink.pale) +
    oval([0, -438, 130, 16], '#4a3026') +
    stroke('M-108 -408C-92 -368 -68 -336 -54 -312', '#ffffff58', 9),
}

function server(brush: Brush): string {
  const glass = linear(brush.sheet, [
    [0, '#c6d6d480'],
    [0.25, '#ffffffb0'],
    [1, '#a9bcbc90'],
  ])
  return (
    fill(
      'M-78 -256C-70 -220 -138 -160 -140 -90C-141 -30 -120 0 -90 0H90C120 0 141 -30 140 -90C138 -160 70 -220 78 -256Z',
      glass,
    ) +
    fill(
      'M-138 -84C-139 -30 -120 -6 -90 -6H90C120 -6 139 -30 138 -84C80 -74 -80 -74 -138 -84Z',
      '#5f3a26d8',
    ) +
    oval([0, -84, 137, 12], '#82553a')
  )
}

const kettle: Form = {
  stance: 'stands',
  size: [480, 450],
  draw: (brush) =>
    stroke('M-138 -230C-150 -470 150 -470 138 -230', brush.trim.dark, 20) +
    stroke('M-70 -398C-30 -418 40 -418 78 -394', brush.trim.base, 34) +
    fill(
      'M-150 -130C-190 -140 -204 -210 -250 -226C-256 -246 -230 -252 -216 -244C-176 -222 -160 -190 -130 -190Z',
      round(brush),
    ) +
    solid(brush, 'M-176 0C-196 -90 -160 -230 -80 -250H80C160 -230 196 -90 176 0Q0 16 -176 0Z') +
    fill('M-86 -246C-70 -278 70 -278 86 -246Z', brush.ink.light) +
    fill('M-86 -246H86L80 -238H-80Z', brush.ink.deep) +
    dot(0, -282, 18, brush.trim.base) +
    stroke('M-128 -178C-148 -130 -152 -80 -148 -44', '#ffffff60', 13),
}

const beaker: Form = {
  stance: 'stands',
  size: [440, 260],
  draw: (brush) =>
    at('translate(-112 0)', tumbler(brush, '#7a8b3f')) +
    at('translate(112 0) scale(.94)', tumbler(brush, '#a05a2c')),
}

function tumbler(brush: Brush, tea: string): string {
  return (
    solid(brush, 'M-96 -240L-84 -28Q-80 0 -54 0H54Q80 0 84 -28L96 -240Z') +
    oval([0, -240, 96, 18], brush.ink.pale) +
    oval([0, -237, 84, 12], tea) +
    stroke('M-70 -200L-64 -60', '#ffffff58', 10)
  )
}

export const teaware: Readonly<Record<string, Form>> = { teapot, carafe, press, dripper, kettle, beaker }
